/**
 * The query of a request, read from the text that is signed: what the router made of it depends on options of the app.
 * @module
 */
import { parse } from 'fast-querystring';
import type { Fields } from './form.ts';
import { isField } from './request.ts';

/**
 * The parameters of a request target. Plivo signs the values of a repeated name sorted, so their order says nothing, and
 * they are sorted here too.
 */
export function queryOf(target: string): Fields {
  const query = parse(textOf(target)) as Fields;
  for (const name in query) {
    const values = query[name];
    if (Array.isArray(values)) values.sort();
  }
  return query;
}

/**
 * True when another query of other parameters has the same signature. Plivo signs names and values decoded, so
 * `a=1%26b=2` is signed as `a=1&b=2` is. With GET this is not asked of Plivo's own fields, whose values others choose.
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
