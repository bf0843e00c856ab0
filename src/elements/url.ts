/**
 * Addresses that Plivo requests.
 * @module
 */
import { parseUrl } from '../parse-url.ts';

/** A method by which Plivo requests an address. */
export type Method = 'GET' | 'POST';

/** The target of a link. */
export interface LinkTarget {
  /** A `level` answers with a document, a `callback` with nothing. */
  readonly kind: 'level' | 'callback';
  /** The HTTP methods that it accepts; undefined when they are not known. */
  readonly methods: readonly Method[] | undefined;
}

/**
 * A typed address inside the app. It is made by calling a level and becomes an absolute URL when the document is printed.
 */
export class Link {
  /** Path and query, such as `/ivr/action?lang=en`. */
  readonly href: string;
  /** The path of the level that it leads to. */
  readonly level: string;
  /** What the address leads to, for checks of the place where the link is used; undefined when it is not known. */
  readonly target: LinkTarget | undefined;

  constructor(href: string, level: string, target?: LinkTarget) {
    this.href = href;
    this.level = level;
    this.target = target;
  }

  toString(): string {
    return this.href;
  }
}

/** How an element requests a link, where that is not POST, its default: a level may answer GET alone. */
export function methodFor({ target }: Link): 'GET' | undefined {
  const methods = target?.methods;
  return methods === undefined || methods.includes('POST') ? undefined : 'GET';
}

/** A link to a level, an absolute URL, or a path such as `/menu`, which is resolved against the app's own address. */
export type Url = string | Link;

/** What Plivo does with the answer of a URL; the words are those of `reference.json`. */
export type UrlKind = 'xml' | 'xml-sound' | 'audio' | 'notify' | 'websocket';

// No URL has spaces, control characters or characters that XML does not allow, which would be printed as spaces.
const path = /^\/(?!\/)[^\s\p{Cc}\p{Cs}\ufffe\uffff]*$/u;
const httpUrl = /^https?:\/\/(?![/?#])[^\s\p{Cc}\p{Cs}\ufffe\uffff]+$/iu;
const websocketUrl = /^wss:\/\/(?![/?#])[^\s\p{Cc}\p{Cs}\ufffe\uffff]+$/iu;
// Matches nearly all addresses, so that the slower parser is needed only for the rest.
const plainHttpUrl = /^https?:\/\/[a-z\d][a-z\d.-]*(?::\d{1,4})?(?:\/[!-~]*)?$/i;

const wellFormed = (url: string, scheme: RegExp) =>
  scheme.test(url) && parseUrl(url) !== undefined ? url : undefined;

/**
 * The absolute form of an address, or undefined when it has none.
 *
 * @param url what the author wrote
 * @param kind what the address is for; a `websocket` must be `wss:`, everything else `http:` or `https:`
 * @param baseUrl the app's own address, such as `https://ivr.example.com`
 */
export function absoluteUrl(url: unknown, kind: UrlKind, baseUrl: string | undefined): string | undefined {
  const text = url instanceof Link ? url.href : url;
  if (typeof text !== 'string') return undefined;
  if (kind !== 'websocket' && plainHttpUrl.test(text)) return text;
  const trimmed = text.trim();
  if (kind === 'websocket') return wellFormed(trimmed, websocketUrl);
  if (path.test(trimmed)) {
    if (baseUrl === undefined) return undefined;
    return (baseUrl.endsWith('/') ? baseUrl.replace(/(?<!\/)\/+$/, '') : baseUrl) + trimmed;
  }
  return wellFormed(trimmed, httpUrl);
}
