/**
 * The retry marker: a reserved query key that says that the step before failed. With it a caller is sent back into a flow
 * once, not for ever.
 * @module
 */
import { writeQuery } from '../flow/params.ts';

// Parameters of a level begin with a lower-case letter, so none can be mistaken for this key.
const key = '__again';
const item = `${key}=1`;

/** Whether a query has the marker. */
export const isMarked = (query: object): boolean => key in query;

/** Whether an item of a query string is the marker. */
export const isMarker = (text: string): boolean => text === item;

/** The query without the marker: a strict schema would reject it. */
export function withoutMarker<T extends object>(query: T): Omit<T, typeof key> {
  if (!isMarked(query)) return query;
  const { [key as keyof T]: _, ...rest } = query;
  return rest as Omit<T, typeof key>;
}

/** The path and query of a level with the marker; parameters that cannot be written into a URL are left out. */
export function markedHref(path: string, params: object): string {
  let query = '';
  try {
    query = writeQuery(path, params);
  } catch {
    // They came from outside; the level does without them, or the flow starts over.
  }
  return withMarker(path + query);
}

/** A URL with the marker, before its own query keys. */
export function withMarker(url: string): string {
  const end = url.search(/[?#]/);
  if (end === -1) return `${url}?${item}`;
  const rest = url.slice(end);
  return `${url.slice(0, end)}?${item}${rest.startsWith('?') ? `&${rest.slice(1)}` : rest}`;
}
