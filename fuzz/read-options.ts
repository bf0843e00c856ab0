/**
 * The options of a script.
 * @module
 */
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Reads them; an option that there is not ends the process with the usage. */
export function readOptions<const Config extends NonNullable<ParseArgsConfig['options']>>(
  options: Config,
  usage: string,
) {
  try {
    return parseArgs({ options }).values;
  } catch {
    return endWith(usage);
  }
}

/** Ends the process with the usage: the options are wrong. */
export function endWith(usage: string): never {
  console.error(usage);
  process.exit(2);
}
