/**
 * Reads the address of a call as one types it: without a scheme, or only the path of a server on this machine.
 * @module
 */
import { PlivoJsxError } from '../../../errors.ts';
import { parseUrl } from '../../../parse-url.ts';
import { unreachableBecause } from '../../../rest/public-url.ts';
import { readEnvironment } from '../../environment/read-variables.ts';
import type { Variables } from '../../environment/variable-names.ts';
import { addressOf } from '../start/banner.ts';

/**
 * Returns the address to call.
 *
 * - `/ivr` is at the address that `start` would have.
 * - `localhost:5000/ivr` and `:5000/ivr` are http, as is every address of this machine or a private network.
 * - `ivr.example.com/ivr` is https.
 *
 * @param written the argument
 * @param variables `PORT` and `HOST` are read from them
 * @throws {@link PlivoJsxError} `E_PHONE_URL`, `E_VARIABLE`
 */
export function answerUrl(written: string, variables: Variables): string {
  const text = written.trim();
  if (/^\/(?!\/)/.test(text)) return localUrl(variables) + text;
  const url = /^https?:\/\/[^\s/?#]/i.test(text) ? text : withScheme(text);
  if (url === undefined || parseUrl(url) === undefined)
    throw new PlivoJsxError('E_PHONE_URL', { what: 'The URL' });
  return url;
}

function withScheme(text: string): string | undefined {
  const address = text.startsWith(':') ? `localhost${text}` : text;
  const [authority = ''] = address.split(/[/?#]/, 1);
  const url = `http://${address}`;
  const parsed = parseUrl(url);
  if (authority.includes('@') || /\s/.test(address) || parsed === undefined) return undefined;
  // A word alone, such as `ivr`, is more likely a path than a host.
  if (!/^localhost$|\.|:\d+$|^\[/i.test(authority)) return undefined;
  return unreachableBecause(parsed.href) === undefined ? `https://${address}` : url;
}

/** The address of a server on this machine that `start` began. */
function localUrl({ PORT, HOST }: Variables): string {
  const { host, port } = readEnvironment({ PORT, HOST });
  const isAny = host === '0.0.0.0' || host === '::';
  return addressOf(isAny ? 'localhost' : host, port);
}
