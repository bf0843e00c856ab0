/**
 * The configured public address of an app. Plivo signs it, and links begin with it.
 * @module
 */
import { parseUrl } from '../../parse-url.ts';

/** The address without a slash at its end, or what is wrong with it, as the end of a sentence, and what to do. */
export type PublicAddress =
  | { readonly url: string; readonly problem?: undefined }
  | {
      readonly url?: undefined;
      readonly problem: string;
      readonly suggestion: string;
      readonly isSecret?: true;
    };

/** http or https, a host and an optional path; no query and no user. */
const shape = /^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/i;

/** Checks a public address. One that no request can have is rejected, since Plivo's signature would never match. */
export function publicAddress(text: string): PublicAddress {
  const url = parseUrl(text);
  if (url === undefined) return noAddress(text);
  const { username, password, pathname } = url;
  if (username !== '' || password !== '')
    return {
      problem: 'holds a user name or a password',
      suggestion: 'leave both out: Plivo signs the address without them',
      isSecret: true,
    };
  if (!shape.test(text)) return noAddress(text);
  const usual = usualSpelling(text);
  // Case and a usual port are left as they are: Plivo signs the text of its console.
  if (!isSameBut(text, usual))
    return {
      problem: `is spelled ${usual} in a request`,
      suggestion: `write ${usual}, here and in Plivo's console: Plivo signs the text that stands there`,
    };
  if (!isDecodable(pathname))
    return { problem: 'holds a broken percent escape', suggestion: 'write %25 for a percent sign' };
  return { url: withoutTrailingSlash(text) };
}

/** The normal form of an address: ASCII and lower case, without the default port, and without a dot or slash at the end. */
export function usualSpelling(address: string): string {
  const { protocol, hostname, port, pathname } = new URL(address);
  return `${protocol}//${hostname.replace(/\.$/, '')}${port && `:${port}`}${withoutTrailingSlash(pathname)}`;
}

/** The text before an `@` may be a password. */
const noAddress = (text: string): PublicAddress => ({
  problem: 'is no address',
  suggestion: 'give it as https://ivr.example.com, without a query',
  ...(String(text).includes('@') ? { isSecret: true } : {}),
});

/** An address before a path: paths begin with a slash. */
export const withoutTrailingSlash = (text: string) => text.replace(/(?<!\/)\/+$/, '');

function isSameBut(text: string, usual: string): boolean {
  const [, scheme = '', host = '', port = '', path = ''] =
    /^(https?):\/\/([^/]*?)(?::(\d*))?(\/.*)?$/i.exec(text) ?? [];
  const isUsualPort = port === (scheme.toLowerCase() === 'https' ? '443' : '80');
  const rest = port === '' || isUsualPort ? '' : `:${port}`;
  return `${scheme}://${host}${rest}`.toLowerCase() + withoutTrailingSlash(path) === usual;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
