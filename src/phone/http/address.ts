/**
 * Checks the URLs of documents, and reads their parts.
 * @module
 */
import type { Method } from '../../elements/url.ts';
import { parseUrl } from '../../parse-url.ts';
import type { Session } from '../engine/session.ts';

/** An absolute URL; a relative one is resolved only with the assumption `relativeUrls`. Undefined when it cannot be requested. */
export function addressOf(session: Session, written: string): string | undefined {
  const address = written.trim();
  if (/^https?:\/\/[^\s/?#]/i.test(address)) return parseUrl(address) === undefined ? undefined : address;
  if (!session.assume.relativeUrls || address === '' || /^[a-z][a-z0-9+.-]*:/i.test(address))
    return undefined;
  return parseUrl(address, session.documentUrl)?.href;
}

/** GET or POST; undefined for another word. */
export const methodOf = (written: string): Method | undefined =>
  written === 'GET' || written === 'POST' ? written : undefined;

/** The path of a URL, for messages: the query may hold personal data. */
export const pathOf = (url: string): string => /^https?:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] || '/';

/** The URL in ASCII without user and password, which become a Basic `authorization` header. */
export function plainAddress(written: string): { readonly address: string; readonly authorization?: string } {
  const [text = ''] = written.split('#');
  const url = /^[\x21-\x7e]+$/.test(text) ? text : new URL(text).href;
  const [, scheme = '', user, rest = ''] = /^(https?:\/\/)(?:([^/?#]*)@)?(.*)$/is.exec(url) ?? [];
  if (user === undefined) return { address: url };
  return { address: scheme + rest, authorization: `Basic ${Buffer.from(decoded(user)).toString('base64')}` };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
