/**
 * Reads the arguments of a command; what it does not know is one sentence.
 * @module
 */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { PlivoJsxError } from '../errors.ts';

/**
 * Options and positionals.
 *
 * @throws {@link PlivoJsxError} `E_ARGUMENT`
 */
export function readArguments<const O extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: O,
  usage: string,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const [problem] = (error as Error).message.split('. ');
    throw new PlivoJsxError('E_ARGUMENT', { problem, usage });
  }
}
