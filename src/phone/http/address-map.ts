/**
 * The public address of an app, and the address at which a tunnel or reverse proxy reaches it: one stands for the other.
 * @module
 */
import { parseUrl } from '../../parse-url.ts';

/** Both addresses, without a slash at the end. */
export interface AddressMap {
  /** What Plivo requests and signs, such as `https://ivr.example.com/voice`. */
  readonly publicUrl: string;
  /** What a proxy makes of it: `http://127.0.0.1:5000` if it strips the path, `http://127.0.0.1:5000/voice` if it keeps it. */
  readonly localUrl: string;
}

/** The public address of a local one; any other address stays as it is. */
export const publicAddressOf = ({ publicUrl, localUrl }: AddressMap, address: string): string =>
  isAtOrBelow(address, publicUrl) ? address : withBase(address, localUrl, publicUrl);

/** The local address of a public one; any other address stays as it is. */
export const localAddressOf = ({ publicUrl, localUrl }: AddressMap, address: string): string =>
  withBase(address, publicUrl, localUrl);

/**
 * The local address that a public one most likely has, when this address is called: the proxy keeps the path of the public
 * address if the address called begins with it, and strips it if not.
 */
export function likelyLocalUrl(called: string, publicUrl: string): string {
  const { scheme, host, rest } = partsOf(called);
  const { rest: path } = partsOf(publicUrl);
  return `${scheme}${host}${below(rest, path) === undefined ? '' : path}`;
}

/** Whether an address is this one or below it. */
export function isAtOrBelow(address: string, base: string): boolean {
  const [a, b] = [partsOf(address), partsOf(base)];
  return originOf(a) === originOf(b) && below(a.rest, b.rest) !== undefined;
}

function withBase(address: string, from: string, to: string): string {
  if (!isAtOrBelow(address, from)) return address;
  const { user, rest } = partsOf(address);
  const { scheme, host, rest: path } = partsOf(to);
  return `${scheme}${user}${host}${path}${below(rest, partsOf(from).rest)}`;
}

/** What follows a path: `/menu` for `/voice/menu` below `/voice`; undefined for `/voicemail`, which is not below it. */
function below(rest: string, path: string): string | undefined {
  if (!rest.startsWith(path)) return undefined;
  const after = rest.slice(path.length);
  return /^(?:[/?#]|$)/.test(after) ? after : undefined;
}

interface Parts {
  readonly scheme: string;
  readonly user: string;
  readonly host: string;
  /** The path, the query and the fragment. */
  readonly rest: string;
}

/** The parts of an address as they are written, because a signature covers each letter. */
function partsOf(address: string): Parts {
  const [, scheme = '', user = '', host = '', rest = ''] =
    /^(https?:\/\/)([^/?#]*@)?([^/?#]*)(.*)$/is.exec(address) ?? [];
  return { scheme, user, host, rest };
}

/** The same text for all spellings of an origin: case and a usual port make no difference. */
function originOf({ scheme, host }: Parts): string {
  const written = `${scheme}${host}`;
  return parseUrl(written)?.origin ?? written;
}
