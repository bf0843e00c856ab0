/**
 * Whether the address of a request has parameters that its level does not declare.
 * @module
 */
import type { CallKind } from '../webhook/call.ts';

/**
 * True when the query has a parameter that the schema of the level did not return. The same signature can fit an address
 * with an additional parameter, so a parameter that the level does not declare must not be ignored.
 *
 * @param query the parameters as they were sent
 * @param params the parameters that the schema returned
 * @param isMultilingual whether the flow has several languages: all of its levels then accept `lang`
 */
export function hasUnknownParameters(query: object, params: object, isMultilingual: boolean): boolean {
  for (const name in query) if (isUnknown(name, params, isMultilingual)) return true;
  return false;
}

/** The names of the parameters that make {@link hasUnknownParameters} true. */
export const unknownParameters = (query: object, params: object, isMultilingual: boolean): string[] =>
  Object.keys(query).filter((name) => isUnknown(name, params, isMultilingual));

const isUnknown = (name: string, params: object, isMultilingual: boolean) =>
  !isDeclared(params, name) && !(isMultilingual && name === 'lang');

/**
 * Whether a call begins with a request. It begins at an address that somebody wrote in Plivo's console, such as
 * `/ivr?tenant=1`, and the author of the flow need not know it. Nothing was pressed or said yet, so an additional parameter
 * changes nothing.
 *
 * @param isFirst whether the level is the first of its flow
 * @param kind the kind of the request; a retry of the first request is a redirect
 */
export const isBeginning = (isFirst: boolean, kind: CallKind): boolean =>
  isFirst && (kind === 'answer' || kind === 'redirect' || kind === 'unknown');

/**
 * The query without the parameters that a person may have added to the address in Plivo's console. A piece of Plivo's form
 * can be signed as a parameter of the query; it begins with a capital letter, as Plivo's fields do, and stays.
 */
export const withoutAdded = (query: object, params: object): object =>
  Object.fromEntries(Object.entries(query).filter(([name]) => !isAdded(name, params)));

/**
 * The address of a level without the parameters that a person may have added: an answer to a dialog is posted back there, and
 * only the beginning of a call accepts them.
 *
 * @param href its path and query
 * @param isMultilingual whether the flow has several languages: `lang` is then no addition
 */
export function hrefWithoutAdded(href: string, params: object, isMultilingual: boolean): string {
  const mark = href.indexOf('?');
  if (mark === -1) return href;
  const items = href.slice(mark + 1).split('&');
  const own = items.filter((item) => {
    const name = decodeURIComponent(item.split('=', 1)[0]!);
    return (isMultilingual && name === 'lang') || !isAdded(name, params);
  });
  if (own.length === items.length) return href;
  return href.slice(0, mark) + (own.length === 0 ? '' : `?${own.join('&')}`);
}

const isAdded = (name: string, params: object) => !isDeclared(params, name) && mayBeAdded.test(name);

const mayBeAdded = /^[a-z_][\w.~-]{0,63}$/;

/** Every object inherits names such as `constructor`, which the schema did not return. */
const isDeclared = (params: object, name: string) =>
  Object.hasOwn(params, name) || (name in params && !(name in Object.prototype));
