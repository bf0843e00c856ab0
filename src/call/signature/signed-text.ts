import { queryValues, splitUrl } from './split-url.ts';

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
  const query = queryValues(split);
  if (typeof query === 'string') return { reason: query };
  const body = fieldsOf(params);
  if (body === undefined) return { reason: 'params' };
  if (method === 'GET')
    for (const name of body.names) query.set(name, [query.get(name) ?? [], body.valueOf(name)].flat());
  // Plivo's SDK loses a query parameter of this name, so that anyone may add one to a signed request.
  if (query.has('__proto__')) return { reason: 'names' };

  const head = sorted([...query.keys()], (name) => query.get(name), '=', '&');
  if (head === undefined) return { reason: 'params' };
  if (method === 'GET' || body.names.length === 0)
    return { text: head === '' ? split.address : `${split.address}?${head}` };
  const tail = sorted(body.names, body.valueOf, '', '');
  if (tail === undefined) return { reason: 'params' };
  return { text: `${split.address}?${head}${head === '' ? '' : '.'}${tail}` };
}

/** The values of a name, or the only one; anything at all, since it comes from outside. */
type ValueOf = (name: string) => unknown;

function fieldsOf(params: unknown): { names: string[]; valueOf: ValueOf } | undefined {
  if (params instanceof Map) {
    const names = [...params.keys()];
    return names.every((name) => typeof name === 'string')
      ? { names, valueOf: (name) => params.get(name) }
      : undefined;
  }
  const fields = params ?? {};
  if (typeof fields !== 'object' || Array.isArray(fields)) return undefined;
  return { names: Object.keys(fields), valueOf: (name) => fields[name as never] };
}

/**
 * The pairs by name, then by value, each by UTF-16 unit, as the SDK sorts them; undefined when a value is no text.
 *
 * Names and values are sorted one after the other since an engine is quickest at sorting plain texts.
 */
function sorted(names: string[], valueOf: ValueOf, equals: string, between: string): string | undefined {
  let text = '';
  for (const name of names.sort()) {
    const value = valueOf(name);
    if (typeof value === 'string') {
      text += between + name + equals + value;
      continue;
    }
    const values = Array.isArray(value) ? value : [value];
    if (!values.every(isText)) return undefined;
    for (const one of values.map(String).sort()) text += between + name + equals + one;
  }
  return text.slice(between.length);
}

/** What a form can hold; JSON can hold the other two as well, and the SDK prints them. */
const isText = (value: unknown) =>
  typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number';
