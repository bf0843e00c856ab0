/**
 * Reads the arguments of a command. Arguments that it cannot use are an error of one sentence.
 * @module
 */
import { parseArgs } from 'node:util';
import { PlivoJsxError } from '../errors.ts';
import { publicAddress } from '../webhook/signature/public-address.ts';

/** The options of a command, in the form of `parseArgs` of Node. */
type Options = Readonly<Record<string, Option>>;

interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  readonly default?: string | boolean | string[];
}

/** The result of `parseArgs`. */
type Arguments<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true }>
>;

/** The error of arguments that a command cannot use. */
export const usageError = (problem: string, usage: string) =>
  new PlivoJsxError('E_ARGUMENT', { problem, usage });

/**
 * Rejects all arguments, for a command that takes none.
 *
 * @throws {@link PlivoJsxError} `E_ARGUMENT`
 */
export function rejectArguments(args: readonly string[], usage: string): void {
  const { positionals } = readArguments(args, {}, usage);
  if (positionals.length === 0) return;
  throw usageError(`It takes no argument "${positionals[0]}"`, usage);
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
    throw usageError((error as Error).message.split('. ', 1)[0]!, usage);
  }
}

/**
 * A public address without a slash at its end.
 *
 * @throws {@link PlivoJsxError} `E_ARGUMENT`
 */
export function readPublicAddress(flag: string, text: string, usage: string): string {
  const address = publicAddress(text);
  if (address.problem === undefined) return address.url;
  throw usageError(`${flag} ${address.problem}; ${address.suggestion}`, usage);
}
