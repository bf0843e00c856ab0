import { signedAddress, textOf, type SignedAddress } from './signed-address.ts';
import { sortedPairs, type ValueOf } from './sorted-pairs.ts';
import type { Unsignable } from './unsignable.ts';

/**
 * The parameters of a request: the fields of a form; for GET, parameters that are not in the URL. An object, or pairs such as
 * `URLSearchParams`, `FormData` and a `Map`. A value that is not text, such as a file, cannot be signed.
 */
export type SignedParams =
  | { readonly [name: string]: string | readonly string[] }
  | Iterable<readonly [name: string, value: string | object]>;

/** A request as Plivo signs it. */
export interface SignedRequest {
  /** `GET` or `POST`, in capitals. */
  readonly method: string;
  /** The full public address that Plivo requested, at most 4096 characters. A fragment is not signed, and `verifyRequest` rejects one. */
  readonly url: string;
  /** The decoded parameters of the body, all of them, empty ones too. Default: none. */
  readonly params?: SignedParams | undefined;
}

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
export function signedText({ method, url, params }: SignedRequest): { readonly text: string } | Unsignable {
  if (method !== 'GET' && method !== 'POST') return { reason: 'method' };
  const signed = signedAddress(url);
  if ('reason' in signed) return signed;
  const form = fieldsOf(params);
  if (form === undefined) return { reason: 'params' };
  if (form.names.length === 0) return signed;
  if (method === 'GET') return textOfGet(signed, form);
  const pairs = sortedPairs(form.names, form.valueOf, '', '');
  if (pairs === undefined) return { reason: 'params' };
  return { text: `${signed.text}${signed.query.size === 0 ? '?' : '.'}${pairs}` };
}

interface Form {
  readonly names: string[];
  readonly valueOf: ValueOf;
}

/** With GET, the parameters are sorted among those of the query. */
function textOfGet({ address, query }: SignedAddress, { names, valueOf }: Form) {
  const both = new Map(query);
  for (const name of names) both.set(name, [both.get(name) ?? [], valueOf(name)].flat());
  return textOf(address, both);
}

function fieldsOf(params: unknown): Form | undefined {
  const fields = params ?? {};
  if (typeof fields !== 'object' || Array.isArray(fields)) return undefined;
  if (Symbol.iterator in fields) return fieldsOfPairs(fields as Iterable<unknown>);
  // A stream, a buffer or a whole request would count as a form without fields.
  if (Symbol.toStringTag in fields) return undefined;
  return { names: Object.keys(fields), valueOf: (name) => fields[name as never] };
}

function fieldsOfPairs(pairs: Iterable<unknown>): Form | undefined {
  const fields = new Map<string, unknown[]>();
  for (const pair of pairs) {
    if (!Array.isArray(pair) || typeof pair[0] !== 'string') return undefined;
    const [name, value] = pair as [string, unknown];
    const values = fields.get(name) ?? [];
    values.push(...[value].flat());
    fields.set(name, values);
  }
  return { names: [...fields.keys()], valueOf: (name) => fields.get(name) };
}
