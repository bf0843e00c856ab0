/**
 * What a command is.
 * @module
 */
import type { CommandIO } from './io.ts';

/** A command as the help describes it. */
export interface CommandDefinition {
  /** What it does, in a line. */
  readonly description: string;
  readonly usage: string;
}

/** What a command gets when it is run. */
export interface Invocation {
  /** What follows the name of the command. */
  readonly args: readonly string[];
  readonly io: CommandIO;
  readonly definition: CommandDefinition;
}

/** The module of a command. */
export interface CommandModule {
  /** @returns the exit code: 0 good, 1 the answer is "no", 2 could not run */
  run(invocation: Invocation): Promise<number>;
  /** A page of help, when the description and the usage are not enough. */
  help?(definition: CommandDefinition): string;
}

/** A command in the table of all commands. */
export interface Command extends CommandDefinition {
  /** It serves calls, so it continues when its output can no longer be written. */
  readonly isServer?: true;
  /** It does not read `.env`: the processes that it starts read it, and would inherit values that were removed since. */
  readonly skipsEnvironmentFile?: true;
  load(): Promise<CommandModule>;
}
