import { queryPairs, splitUrl } from './split-url.ts';

/** The parameters of a request: Plivo's form, or, of a GET, what isn't in the URL already. */
export type SignedParams =
  { readonly [name: string]: string | readonly string[] } | ReadonlyMap<string, string | readonly string[]>;

/** A request as Plivo signs it. */
export interface SignedRequest {
  /** `GET` or `POST`, in capitals. */
  readonly method: string;
  /** The full public address that Plivo requested, at most 4096 characters; a fragment is not signed. */
  readonly url: string;
  /** The decoded parameters of the body, all of them, empty ones too. Default: none. */
  readonly params?: SignedParams | undefined;
}

/** Why no text can be made of a request. */
export type UnsignableReason = 'method' | 'url_size' | 'url' | 'url_escape' | 'names' | 'params';

type Pair = readonly [name: string, value: string];

const maxUrl = 4096;

/**
 * The text that Plivo signs, up to the dot before the nonce.
 *
 * ```
 * GET                     https://host/path?a=1&b=2     the query and the parameters, sorted
 * POST, query, params     https://host/path?a=1.b2c3    the query sorted, a dot, the parameters sorted
 * POST, params            https://host/path?b2c3        a question mark, though there is no query
 * POST, query             https://host/path?a=1
 * POST                    https://host/path
 * ```
 *
 * Names and values are decoded, so that `%26` reads as `&`: it is Plivo's format, and no delimiter in it is safe.
 */
export function signedText({
  method,
  url,
  params,
}: SignedRequest): { text: string } | { reason: UnsignableReason } {
  if (method !== 'GET' && method !== 'POST') return { reason: 'method' };
  if (typeof url !== 'string') return { reason: 'url' };
  if (url.length > maxUrl) return { reason: 'url_size' };
  const split = splitUrl(url);
  if (split === undefined) return { reason: 'url' };
  const query = queryPairs(split);
  if (typeof query === 'string') return { reason: query };
  const body = entriesOf(params);
  if (body === undefined) return { reason: 'params' };

  const signedQuery = method === 'GET' ? [...query, ...body.pairs] : query;
  // Plivo's SDK loses a query parameter of this name, so that anyone may add one to a signed request.
  if (signedQuery.some(([name]) => name === '__proto__')) return { reason: 'names' };

  const head = sorted(signedQuery)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  if (method === 'GET' || !body.sent)
    return { text: head === '' ? split.address : `${split.address}?${head}` };
  const tail = sorted(body.pairs)
    .map(([name, value]) => name + value)
    .join('');
  return { text: `${split.address}?${head}${head === '' ? '' : '.'}${tail}` };
}

function entriesOf(params: unknown): { sent: boolean; pairs: Pair[] } | undefined {
  if (params === undefined || params === null) return { sent: false, pairs: [] };
  if (typeof params !== 'object' || Array.isArray(params)) return undefined;
  const entries: [unknown, unknown][] = params instanceof Map ? [...params] : Object.entries(params);
  const pairs: Pair[] = [];
  for (const [name, value] of entries) {
    if (typeof name !== 'string') return undefined;
    for (const one of Array.isArray(value) ? value : [value]) {
      // Not what a form can hold, but JSON can, and the SDK prints them.
      if (typeof one !== 'string' && typeof one !== 'boolean' && typeof one !== 'number') return undefined;
      pairs.push([name, String(one)]);
    }
  }
  return { sent: entries.length > 0, pairs };
}

/** By name, then by value, each by UTF-16 unit, as the SDK does; the input stays as it is. */
function sorted(pairs: readonly Pair[]): Pair[] {
  return pairs.toSorted((a, b) => order(a[0], b[0]) || order(a[1], b[1]));
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
