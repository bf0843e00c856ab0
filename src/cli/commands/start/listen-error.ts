/**
 * The error of a server that cannot listen.
 * @module
 */
import { PlivoJsxError, type FactsOf } from '../../../errors.ts';

/** `E_PORT` when another program uses the port; otherwise `E_ADDRESS`. */
export function listenError(error: unknown, facts: FactsOf<'E_PORT'>): PlivoJsxError {
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return new PlivoJsxError('E_PORT', facts);
  const { host, port } = facts;
  return new PlivoJsxError('E_ADDRESS', { host, port }, { cause: error });
}
