/**
 * The key of a value in the store.
 * @module
 */
import { hash } from 'node:crypto';

/**
 * The key of a name in the session of a call. It is a hash: an id from outside may be any text, and no key should tell what it
 * is about.
 *
 * @param call the id of the caller's leg
 */
export const sessionKey = (call: string, name: string): string =>
  `plivo-jsx:session:${hash('sha256', JSON.stringify([call, name]), 'base64url')}`;
