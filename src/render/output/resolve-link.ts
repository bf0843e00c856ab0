/**
 * Links: the one place where an address of a document gets its final form.
 * @module
 */
import { Link, type UrlKind } from '../../elements/url.ts';
import type { PrintState } from '../walk/print-state.ts';

/** Where in a document an address stands. */
export interface LinkPlace {
  readonly element: string;
  /** Undefined when the address is the text of the element. */
  readonly attribute: string | undefined;
  readonly urlKind: UrlKind;
  /** The link that the author wrote; undefined for a hand-written address. */
  readonly link: Link | undefined;
}

/**
 * Notes an address and lets the context add reserved query keys to it, if it is an address of the app itself.
 *
 * @param written what the author wrote
 * @param url its absolute form
 * @returns the address to print, not escaped
 */
export function resolveLink(
  state: PrintState,
  element: string,
  attribute: string | undefined,
  urlKind: UrlKind,
  written: unknown,
  url: string,
): string {
  const { resolveLink: resolve, baseUrl } = state.job.context;
  if (resolve === undefined && state.step === undefined) return url;
  const link = written instanceof Link ? written : undefined;
  const isOwn = link !== undefined || (baseUrl !== undefined && url.startsWith(`${baseUrl}/`));
  const resolved =
    resolve === undefined || !isOwn ? url : resolve(url, { element, attribute, urlKind, link });
  state.step?.links.push({ attribute, url: resolved, urlKind, link });
  return resolved;
}
