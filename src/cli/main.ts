/**
 * The `plivo-jsx` command, without the process that it runs in.
 * @module
 */
import { PlivoJsxError } from '../errors.ts';
import { didYouMean } from '../did-you-mean.ts';
import { isErrorObject } from '../thrown.ts';
import { commandNamed, commands } from './commands.ts';
import { readEnvironmentFile } from './environment/env-file.ts';
import { checkNodeEnv } from './environment/node-env.ts';
import { checkNames } from './environment/variable-names.ts';
import { printLine, type CommandIO } from './io.ts';
import { multiLine } from '../console/sanitize.ts';

/**
 * Runs one command. Errors are printed, not thrown.
 *
 * @param args the name of a command and its arguments, as in `process.argv.slice(2)`
 * @returns the exit code: 0 good, 1 the answer is "no", 2 could not run; of `start` as soon as it serves
 */
export async function main(args: readonly string[], io: CommandIO): Promise<number> {
  try {
    return await runCommand(args, io);
  } catch (error) {
    printLine(io.stderr, multiLine(await textOf(error)));
    // Plivo's rejection of a call is an answer; any other error means that the command could not run.
    return error instanceof PlivoJsxError && error.code.startsWith('E_CALL_') ? 1 : 2;
  }
}

async function runCommand([name = 'help', ...args]: readonly string[], io: CommandIO): Promise<number> {
  if (['help', '--help', '-h'].includes(name)) {
    printLine(io.stdout, help());
    return 0;
  }
  const command = commandNamed(name);
  if (command === undefined) throw unknownCommand(name);
  if (args.includes('--help') || args.includes('-h')) {
    const { help: page } = await command.load();
    printLine(io.stdout, page?.(command) ?? `${command.description}\n\n  ${command.usage}`);
    return 0;
  }
  checkWorkingDirectory();
  if (!command.skipsEnvironmentFile) {
    const namesInFile = readEnvironmentFile(io.env);
    if (command.isServer) {
      const warnings = [...checkNames(io.env, namesInFile), ...checkNodeEnv(io.env)];
      for (const warning of warnings) printLine(io.stderr, `Warning: ${warning}`);
    }
  }
  const { run } = await command.load();
  return run({ args, io, definition: command });
}

function checkWorkingDirectory(): void {
  try {
    process.cwd();
  } catch (error) {
    throw new PlivoJsxError('E_WORKING_DIRECTORY', {}, { cause: error });
  }
}

function unknownCommand(name: string): PlivoJsxError {
  const names = Object.keys(commands);
  const guess = didYouMean(name, names);
  return new PlivoJsxError('E_COMMAND', {
    command: name,
    guess: guess && `"${guess}"`,
    commands: names.join(', '),
  });
}

function help(): string {
  const lines = Object.entries(commands).map(
    ([name, { description }]) => `  ${name.padEnd(8)} ${description}`,
  );
  return [
    'plivo-jsx: phone menus for Plivo, written as TSX',
    '',
    ...lines,
    '',
    'plivo-jsx <command> --help tells more.',
  ].join('\n');
}

/** A sentence for an error of plivo-jsx; a stack for an error that is not expected. */
async function textOf(error: unknown): Promise<string> {
  if (error instanceof PlivoJsxError) {
    if (error.code !== 'E_COMPONENT' || error.cause === undefined) return error.message;
    const { causeText } = await import('./load-flows/load-problem.ts');
    return `${error.message}\n${causeText(error.cause)}`;
  }
  return isErrorObject(error) ? (error.stack ?? error.message) : String(error);
}
