/**
 * Reads the arguments of a command; what it does not know is one sentence.
 * @module
 */
import { parseArgs } from 'node:util';
import { PlivoJsxError } from '../errors.ts';

/** What a command takes, as `parseArgs` of Node wants it. */
type Options = Readonly<Record<string, Option>>;

interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  readonly default?: string | boolean | string[];
}

/** What `parseArgs` makes of it. */
type Arguments<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true }>
>;

/** The error of arguments that a command cannot use. */
export const wrongArgument = (problem: string, usage: string) =>
  new PlivoJsxError('E_ARGUMENT', { problem, usage });

/**
 * Refuses everything, for a command that takes nothing.
 *
 * @throws {@link PlivoJsxError} `E_ARGUMENT`
 */
export function readNothing(args: readonly string[], usage: string): void {
  const { positionals } = readArguments(args, {}, usage);
  if (positionals.length === 0) return;
  throw wrongArgument(`It takes no argument "${positionals[0]}"`, usage);
}

/**
 * Options and positionals.
 *
 * @throws {@link PlivoJsxError} `E_ARGUMENT`
 */
export function readArguments<const O extends Options>(
  args: readonly string[],
  options: O,
  usage: string,
): Arguments<O> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw wrongArgument((error as Error).message.split('. ', 1)[0]!, usage);
  }
}
