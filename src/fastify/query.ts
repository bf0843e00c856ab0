/**
 * The query of a request, read from the text that is signed. What the router reads depends on the options of the app.
 * @module
 */
import { parse } from 'fast-querystring';
import { queryTextOf } from '../webhook/query-text.ts';
import type { Fields } from './form.ts';
import { isField } from './request.ts';

/**
 * Reads the parameters of a request target. Plivo signs the values of a repeated name in sorted order, so they are sorted
 * here as well: their order is not covered by the signature.
 */
export function readQuery(target: string): Fields {
  const query = parse(queryTextOf(target)) as Fields;
  for (const name in query) {
    const values = query[name];
    if (Array.isArray(values)) values.sort();
  }
  return query;
}

/**
 * Whether a query with other parameters has the same signature. Plivo signs decoded names and values, so `a=1%26b=2` and
 * `a=1&b=2` have one signature. Plivo's own fields of a GET are not checked: others choose their values.
 */
export function hasTwoReadings(target: string, method: string | undefined): boolean {
  const query = queryTextOf(target);
  if (!/%26|%3d/i.test(query)) return false;
  return query.split('&').some((item) => {
    const [name, value] = pairOf(item);
    if (method === 'GET' && isField(name)) return false;
    if (/[&=]/.test(name)) return true;
    const and = value.indexOf('&');
    return and !== -1 && value.includes('=', and);
  });
}

/**
 * Whether a part of the query may be signed as a form. Plivo signs `/ivr` with the form `CallUUID=5&CallerName==x&to=ana` as
 * it signs `/ivr?CallUUID5CallerName=x&to=ana` without a form, and a caller chooses the name. Every form of a call has a
 * `CallUUID`, and the fields whose values a caller chooses are sorted after it.
 */
export function mayHoldForm(target: string, method: string | undefined): boolean {
  const query = queryTextOf(target);
  // Most queries have neither an escape nor this name, and need not be decoded.
  if (!(query.includes('%') ? decoded(query) : query).includes(idOfCall)) return false;
  return query.split('&').some((item) => {
    const [name, value] = pairOf(item);
    if (name !== idOfCall && name.includes(idOfCall) && !name.endsWith(idOfCall)) return true;
    // Plivo's own fields of a GET are not checked: others choose their values.
    return value.includes(idOfCall) && !(method === 'GET' && isField(name));
  });
}

const idOfCall = 'CallUUID';

function pairOf(item: string): readonly [name: string, value: string] {
  const equals = item.indexOf('=');
  return equals === -1
    ? [decoded(item), '']
    : [decoded(item.slice(0, equals)), decoded(item.slice(equals + 1))];
}

const decoded = (text: string) => decodeURIComponent(text.replaceAll('+', ' '));
