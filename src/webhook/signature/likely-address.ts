/**
 * Finds the address that Plivo signed when it differs from the configured one, by trying the usual mistakes.
 * @module
 */
import { isHost } from './host.ts';
import { verifyRequest, type ReceivedRequest } from './verify.ts';

/** A request whose signature does not match. */
export interface Mismatched extends Omit<ReceivedRequest, 'url'> {
  /** The public address of the settings, such as `https://ivr.example.com`. */
  readonly publicUrl: string;
  /** The path and query of the request line. */
  readonly target: string;
  /** The headers that name the host. They are only tried, since any client can write them. */
  readonly host?: string | undefined;
  readonly forwardedHost?: string | undefined;
  readonly forwardedPrefix?: string | undefined;
}

/** The address that matches the signature. It has no query, no token and no data of the caller, so it may be logged. */
export interface LikelyAddress {
  /** The address that Plivo signed. */
  readonly signed: string;
  /** The address that is configured. */
  readonly believed: string;
  /** One sentence about the difference. */
  readonly message: string;
  /** One thing to do. */
  readonly fix: string;
}

/** Each attempt costs a hash, and any client can cause attempts. */
const maxAttempts = 64;

/**
 * Finds the address that Plivo signed; `undefined` when no attempt matches.
 *
 * Tries the other scheme, lower case, usual ports, `www.`, the hosts that the request names, a slash at the end of the
 * path, the path of the public address left out or doubled, and white space or quotes around a token: at most 64 hashes.
 */
export function likelyAddress(of: Mismatched, tokens: readonly string[]): LikelyAddress | undefined {
  const { publicUrl, target } = of;
  const believed = publicUrl + target;
  let attempts = 0;
  const fits = (url: string, token: string) =>
    attempts++ < maxAttempts && verifyRequest({ ...of, url }, token).ok;
  for (const { bare, flaw } of tokens.flatMap(flawsOf))
    if (fits(believed, bare)) return wrongToken(flaw, believed);
  for (const url of likelyAddresses(of)) {
    if (tokens.some((token) => fits(url, token))) return wrongAddress(url, of);
    if (attempts >= maxAttempts) break;
  }
  return undefined;
}

type Flaw = 'white space' | 'quotes';

/** The token without white space or quotes that an `.env` file or a terminal may have added. */
function flawsOf(token: string): { bare: string; flaw: Flaw }[] {
  const trimmed = token.trim();
  const [, , quoted = trimmed] = /^(["'])(.*)\1$/.exec(trimmed) ?? [];
  const flaws = [
    { bare: trimmed, flaw: 'white space' as const },
    { bare: quoted.trim(), flaw: 'quotes' as const },
  ];
  return flaws.filter(({ bare }, index) => bare !== (index === 0 ? token : trimmed));
}

const wrongToken = (flaw: Flaw, believed: string): LikelyAddress => ({
  signed: withoutQuery(believed),
  believed: withoutQuery(believed),
  message: `Plivo signed with the token that the app has, but for the ${flaw} around it.`,
  fix: `remove the ${flaw} around the auth token.`,
});

/** Addresses that Plivo may have signed, without the configured one; the likely ones first. */
export function* likelyAddresses(of: Omit<Mismatched, keyof ReceivedRequest>): Generator<string> {
  const [, origin = '', prefix = ''] = /^(https?:\/\/[^/?#]*)([^?#]*)/i.exec(of.publicUrl) ?? [];
  const [, path = '', query = ''] = /^([^?#]*)(.*)$/s.exec(of.target) ?? [];
  const origins = originsLike(origin, of);
  const paths = pathsLike(prefix, path, of.forwardedPrefix);
  const seen = new Set([of.publicUrl + of.target]);
  const all = [
    ...origins.map((each) => each + prefix + path),
    ...paths.map((each) => origin + each),
    ...origins.flatMap((other) => paths.map((each) => other + each)),
  ];
  for (const address of all) {
    if (seen.has(address + query)) continue;
    seen.add(address + query);
    yield address + query;
  }
}

/** Usual ports of servers and proxies. */
const ports = ['443', '80', '5000', '3000', '8080'];

/** The configured origin and similar ones. */
function originsLike(
  origin: string,
  { host, forwardedHost }: Pick<Mismatched, 'host' | 'forwardedHost'>,
): string[] {
  const [, scheme = 'https', authority = ''] = /^(https?):\/\/(.*)$/i.exec(origin) ?? [];
  const bare = withoutPort(authority);
  const named = [...(forwardedHost?.split(',') ?? []).slice(0, 2), host ?? '']
    .map((each) => each.trim())
    .filter(isHost);
  const hosts = [
    authority,
    bare,
    bare.toLowerCase(),
    ...named,
    ...named.map(withoutPort),
    /^www\./i.test(authority) ? authority.slice('www.'.length) : `www.${authority}`,
    ...ports.map((port) => `${bare}:${port}`),
  ];
  const usual = scheme.toLowerCase();
  const schemes = new Set([scheme, usual, usual === 'https' ? 'http' : 'https']);
  return [...new Set(hosts)].flatMap((each) => [...schemes].map((by) => `${by}://${each}`));
}

/** Paths that are similar to the path of the request, without that path. */
function pathsLike(prefix: string, path: string, forwardedPrefix: string | undefined): string[] {
  const slashed = path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
  const front = isPath.test(forwardedPrefix ?? '') ? forwardedPrefix!.replace(/\/$/, '') : '';
  return [prefix + slashed, path, prefix + prefix + path, front + prefix + path];
}

const isPath = /^(\/[A-Za-z0-9._~-]+)+\/?$/;
const withoutPort = (authority: string) => authority.replace(/:\d*$/, '');
const withoutQuery = (url: string) => url.replace(/[?#].*$/s, '');

function wrongAddress(url: string, { publicUrl, target }: Mismatched): LikelyAddress {
  const [signed, believed, path] = [url, publicUrl + target, target].map(withoutQuery) as [
    string,
    string,
    string,
  ];
  return {
    signed,
    believed,
    message: `Plivo signed ${signed}, and the app believes that its address is ${believed}.`,
    fix: fixOf(signed, path),
  };
}

function fixOf(signed: string, path: string): string {
  if (path === '/' && !signed.endsWith('/'))
    return `write ${signed}/ in Plivo's console, with the slash at the end.`;
  if (signed.endsWith(path))
    return `set PUBLIC_URL, or the option publicUrl, to ${signed.slice(0, signed.length - path.length)}.`;
  return 'let the proxy forward the path as Plivo requests it, with or without a slash at its end.';
}
