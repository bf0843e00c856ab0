/**
 * `.env`: variables of a project, which those of the environment itself override.
 * @module
 */
import { PlivoJsxError } from '../errors.ts';

/**
 * Reads `.env` of the working directory, if there is one.
 *
 * @throws {@link PlivoJsxError} `E_ENV_FILE` when it is there and cannot be read
 */
export function readEnvironmentFile(): void {
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code !== 'ENOENT';
    if (isThere) throw new PlivoJsxError('E_ENV_FILE', {}, { cause: error });
  }
}
