/**
 * The query of a request, read from the text that is signed. What the router reads depends on the options of the app.
 * @module
 */
import { parse } from 'fast-querystring';
import type { Fields } from './form.ts';
import { isField } from './request.ts';

/**
 * Reads the parameters of a request target. Plivo signs the values of a repeated name in sorted order, so they are sorted
 * here as well: their order is not covered by the signature.
 */
export function readQuery(target: string): Fields {
  const query = parse(textOf(target)) as Fields;
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
  const query = textOf(target);
  if (!/%26|%3d/i.test(query)) return false;
  return query.split('&').some((item) => {
    const equals = item.indexOf('=');
    const name = decoded(equals === -1 ? item : item.slice(0, equals));
    if (method === 'GET' && isField(name)) return false;
    if (/[&=]/.test(name)) return true;
    const value = equals === -1 ? '' : decoded(item.slice(equals + 1));
    const and = value.indexOf('&');
    return and !== -1 && value.includes('=', and);
  });
}

function textOf(target: string): string {
  const mark = target.indexOf('?');
  return mark === -1 ? '' : target.slice(mark + 1);
}

const decoded = (text: string) => decodeURIComponent(text.replaceAll('+', ' '));
