import { sortedPairs } from './sorted-pairs.ts';
import { queryValues, splitUrl } from './split-url.ts';
import type { Unsignable } from './unsignable.ts';

/** An address as Plivo signs it. */
export interface SignedAddress {
  /** Scheme, host, port and path. */
  readonly address: string;
  /** The decoded values of its query by name. */
  readonly query: ReadonlyMap<string, unknown>;
  /** All of it, the query sorted. */
  readonly text: string;
}

/** The most characters of an address that is signed or verified. The server rejects longer request targets. */
export const maxUrl = 4096;

/** A flow has few addresses, which are requested often. Longer ones usually contain the fields of a caller. */
const maxCachedLength = 256;
const maxCached = 256;
const cache = new Map<string, SignedAddress>();

/** Reads an address, or returns why Plivo could not have signed it. */
export function signedAddress(url: string): SignedAddress | Unsignable {
  const cached = cache.get(url);
  if (cached !== undefined) return cached;
  const read = readAddress(url);
  if ('reason' in read || url.length > maxCachedLength) return read;
  if (cache.size === maxCached) cache.clear();
  cache.set(url, read);
  return read;
}

function readAddress(url: string): SignedAddress | Unsignable {
  if (typeof url !== 'string') return { reason: 'url' };
  if (url.length > maxUrl) return { reason: 'url_size' };
  const split = splitUrl(url);
  if (split === undefined) return { reason: 'url' };
  const query = queryValues(split);
  if (typeof query === 'string') return { reason: query };
  const { address } = split;
  const signed = textOf(address, query);
  return 'reason' in signed ? signed : { address, query, text: signed.text };
}

/** An address with the query that these values make; names and values are sorted. */
export function textOf(
  address: string,
  query: ReadonlyMap<string, unknown>,
): { readonly text: string } | Unsignable {
  // Plivo's SDK drops a query parameter with this name, so that anyone could add one to a signed request.
  if (query.has('__proto__')) return { reason: 'names' };
  const pairs = sortedPairs([...query.keys()], (name) => query.get(name), '=', '&');
  if (pairs === undefined) return { reason: 'params' };
  return { text: pairs === '' ? address : `${address}?${pairs}` };
}
