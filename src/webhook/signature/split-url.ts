/** The parts of an address that Plivo signs. The fragment and the user info are not among them. */
export interface SplitUrl {
  /** Scheme, host, port and path, as they were written. */
  readonly address: string;
  /** The query without its question mark. */
  readonly query: string;
}

/** The most items of a query: Plivo's SDK does not sign the 1001st. */
const maxItems = 1000;

/** The characters that an HTTP request line can contain. */
const visibleAscii = /^[\x21-\x7e]+$/;

/**
 * Splits an absolute http or https address.
 *
 * An `@` counts as the end of user info before the path only: Plivo's SDK looks for it anywhere, and takes
 * `/admin?x=@host/ivr` for `/ivr`.
 */
export function splitUrl(url: string): SplitUrl | undefined {
  if (!visibleAscii.test(url)) return undefined;
  const afterScheme = url.indexOf('://') + 3;
  const scheme = url.slice(0, afterScheme);
  if (!/^https?:\/\/$/i.test(scheme)) return undefined;

  const hash = url.indexOf('#', afterScheme);
  const end = hash === -1 ? url.length : hash;
  const mark = url.indexOf('?', afterScheme);
  const question = mark === -1 || mark > end ? end : mark;
  const slash = url.indexOf('/', afterScheme);
  const path = slash === -1 || slash > question ? question : slash;

  const authority = url.slice(afterScheme, path);
  const written = authority.slice(authority.lastIndexOf('@') + 1);
  const host = written.endsWith(':') ? written.slice(0, -1) : written;
  if (host === '') return undefined;
  return { address: scheme + host + url.slice(path, question), query: url.slice(question + 1, end) };
}

/**
 * Returns the decoded values of a query by name, without empty items, or the reason why there are none: a percent escape
 * is broken or is not UTF-8, or there are more items than Plivo's SDK signs.
 */
export function queryValues({ address, query }: SplitUrl): Map<string, unknown> | 'url_escape' | 'names' {
  const values = new Map<string, unknown>();
  const items = query.split('&', maxItems + 1);
  if (items.length > maxItems) return 'names';
  try {
    if (address.includes('%')) decodeURIComponent(address);
    for (const item of items) {
      if (item === '') continue;
      const equals = item.indexOf('=');
      const name = decode(equals === -1 ? item : item.slice(0, equals));
      const value = equals === -1 ? '' : decode(item.slice(equals + 1));
      const before = values.get(name);
      if (Array.isArray(before)) before.push(value);
      else values.set(name, before === undefined ? value : [before, value]);
    }
  } catch {
    return 'url_escape';
  }
  return values;
}

const decode = (text: string) => (/[+%]/.test(text) ? decodeURIComponent(text.replaceAll('+', ' ')) : text);
