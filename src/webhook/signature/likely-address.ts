/**
 * Which address Plivo signed, when it is not the one that the app believes it has: the usual mistakes, tried off-line.
 * @module
 */
import { verifyRequest, type ReceivedRequest } from './verify.ts';

/** What a server knows of a request whose signature does not match. */
export interface Mismatched extends Omit<ReceivedRequest, 'url'> {
  /** The public address of the settings, such as `https://ivr.example.com`. */
  readonly publicUrl: string;
  /** The path and query of the request line. */
  readonly target: string;
  /** What the request says about its host. Each is only tried: whoever sends a request writes what they like. */
  readonly host?: string | undefined;
  readonly forwardedHost?: string | undefined;
  readonly forwardedPrefix?: string | undefined;
}

/** What would have fitted. Without query, token and anything of the caller, so that it may be logged. */
export interface LikelyAddress {
  /** The address that Plivo signed. */
  readonly signed: string;
  /** The address that the app believes it has. */
  readonly believed: string;
  /** A sentence. */
  readonly says: string;
  /** One thing to do. */
  readonly fix: string;
}

/** Tries cost a hash each, and whoever sends a request can make us try. */
const mostTries = 64;

/**
 * Finds what Plivo signed instead; undefined when nothing that is tried fits.
 *
 * Tries the other scheme, small letters, usual ports, `www.`, the hosts that the request names, the slash at the end of the path,
 * the path of the public address left out or twice, and white space or quotes around a token: at most 64 hashes.
 */
export function likelyAddress(of: Mismatched, tokens: readonly string[]): LikelyAddress | undefined {
  const { publicUrl, target } = of;
  const believed = publicUrl + target;
  let tries = 0;
  const fits = (url: string, token: string) => tries++ < mostTries && verifyRequest({ ...of, url }, token).ok;
  for (const { bare, flaw } of tokens.flatMap(flawsOf))
    if (fits(believed, bare)) return flawed(flaw, believed);
  for (const url of likelyAddresses(of)) {
    if (tokens.some((token) => fits(url, token))) return told(url, of);
    if (tries >= mostTries) break;
  }
  return undefined;
}

type Flaw = 'white space' | 'quotes';

/** What an `.env` file or a terminal may have left around a token. */
function flawsOf(token: string): { bare: string; flaw: Flaw }[] {
  const trimmed = token.trim();
  const [, , quoted = trimmed] = /^(["'])(.*)\1$/.exec(trimmed) ?? [];
  const flaws = [
    { bare: trimmed, flaw: 'white space' as const },
    { bare: quoted.trim(), flaw: 'quotes' as const },
  ];
  return flaws.filter(({ bare }, index) => bare !== (index === 0 ? token : trimmed));
}

const flawed = (flaw: Flaw, believed: string): LikelyAddress => ({
  signed: withoutQuery(believed),
  believed: withoutQuery(believed),
  says: `Plivo signed with the token that the app has, but for the ${flaw} around it.`,
  fix: `remove the ${flaw} around the auth token.`,
});

/** Addresses that Plivo may have signed, without the one that the app believes; the likely ones first. */
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

/** Ports that servers and their proxies usually have. */
const ports = ['443', '80', '5000', '3000', '8080'];

/** The origins that are like one, that one first. */
function originsLike(
  origin: string,
  { host, forwardedHost }: Pick<Mismatched, 'host' | 'forwardedHost'>,
): string[] {
  const [, scheme = 'https', authority = ''] = /^(https?):\/\/(.*)$/i.exec(origin) ?? [];
  const bare = withoutPort(authority);
  const named = [...(forwardedHost?.split(',') ?? []).slice(0, 2), host ?? '']
    .map((each) => each.trim())
    .filter((each) => isHost.test(each));
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

/** The paths that are like that of the request, without itself. */
function pathsLike(prefix: string, path: string, forwardedPrefix: string | undefined): string[] {
  const slashed = path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
  const front = isPath.test(forwardedPrefix ?? '') ? forwardedPrefix!.replace(/\/$/, '') : '';
  return [prefix + slashed, path, prefix + prefix + path, front + prefix + path];
}

const isHost = /^([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?$/;
const isPath = /^(\/[A-Za-z0-9._~-]+)+\/?$/;
const withoutPort = (authority: string) => authority.replace(/:\d*$/, '');
const withoutQuery = (url: string) => url.replace(/[?#].*$/s, '');

function told(url: string, { publicUrl, target }: Mismatched): LikelyAddress {
  const [signed, believed, path] = [url, publicUrl + target, target].map(withoutQuery) as [
    string,
    string,
    string,
  ];
  return {
    signed,
    believed,
    says: `Plivo signed ${signed}, and the app believes that its address is ${believed}.`,
    fix: fixOf(signed, path),
  };
}

function fixOf(signed: string, path: string): string {
  if (path === '/' && !signed.endsWith('/'))
    return `write ${signed}/ in Plivo's console, with the slash at the end.`;
  if (signed.endsWith(path)) return `set PUBLIC_URL to ${signed.slice(0, signed.length - path.length)}.`;
  return 'let the proxy pass the path on as Plivo asks for it, with or without a slash at its end.';
}
