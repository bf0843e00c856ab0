/**
 * The mark of a second try, so that a caller is kept in a flow once and not for ever.
 * @module
 */
import { queryOf } from '../flow/params.ts';
import { literally } from './report/literal.ts';

// A parameter of a level begins with a small letter, so that none can be taken for this mark.
const mark = '__again';

/** True for a query that has the mark. */
export const isMarked = (query: object) => mark in query;

/** True for the mark as it stands in an address. */
export const isMark = (item: string) => item === `${mark}=1`;

/** The query without the mark: a strict schema would refuse it. */
export function withoutMark<T extends object>(query: T): Omit<T, typeof mark> {
  if (!isMarked(query)) return query;
  const { [mark as keyof T]: _, ...rest } = query;
  return rest as Omit<T, typeof mark>;
}

/** The address of a level, marked; parameters that cannot travel stay behind. */
export function markedHref(path: string, params: object): string {
  let query = '';
  try {
    query = queryOf(path, params).replace('?', '&');
  } catch {
    // They came from outside, and the level does without them or starts over.
  }
  return `${path}?${mark}=1${query}`;
}

/**
 * A document of a second try, with the mark in every address of the app itself: where it leads without the caller doing
 * anything is a second try as well.
 */
export function withMark(xml: string, baseUrl: string): string {
  const own = literally(baseUrl);
  const address = new RegExp(`((?:="|<Redirect[^<>]*>)${own}/[^"<?#]*)(\\?)?`, 'g');
  return xml.replace(
    address,
    (_, path: string, query?: string) => `${path}?${mark}=1${query ? '&amp;' : ''}`,
  );
}
