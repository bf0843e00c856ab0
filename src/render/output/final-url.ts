/**
 * Links: the one place where an address of a document gets its final form.
 * @module
 */
import { Link, type UrlKind } from '../../elements/url.ts';
import type { Context } from '../context.ts';
import type { PrintState } from './print-state.ts';

/** Where an address is in a document. */
export interface LinkPlace {
  readonly element: string;
  /** Undefined when the address is the text of the element. */
  readonly attribute: string | undefined;
  readonly urlKind: UrlKind;
  /** The link that the author wrote; undefined when the author wrote a string. */
  readonly link: Link | undefined;
  /** What components around the element see as their context. */
  readonly context: Context;
}

/**
 * Adds an address to the facts of the document. An address of the app itself gets its final form from the context.
 *
 * @param written what the author wrote
 * @param url its absolute form
 * @returns the address to print, not escaped
 */
export function finalUrl(
  state: PrintState,
  element: string,
  attribute: string | undefined,
  urlKind: UrlKind,
  written: unknown,
  url: string,
): string {
  const { resolveLink: resolve, baseUrl } = state.context;
  // Most documents are printed without facts and with plain addresses.
  if (resolve === undefined && state.step === undefined) return url;
  const link = written instanceof Link ? written : undefined;
  const isOwn = link !== undefined || (baseUrl !== undefined && url.startsWith(`${baseUrl}/`));
  const resolved =
    resolve === undefined || !isOwn
      ? url
      : resolve(url, { element, attribute, urlKind, link, context: state.context });
  state.step?.links.push({ attribute, url: resolved });
  return resolved;
}
