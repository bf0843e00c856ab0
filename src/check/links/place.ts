/**
 * Places of a flow, as coverage and maps tell them apart: a document by its address and its first words, or an end.
 * @module
 */
import type { End } from '../graph.ts';

/** A document, or an end of the call. */
export type Place =
  | {
      /** The path that was requested. */
      readonly path: string;
      /** What is heard first; numbers are masked. Empty when nothing is. */
      readonly says: string;
    }
  | { readonly ended: End['kind'] };

/** Digits, also with spaces between: they differ from caller to caller. */
const digits = /\d(?:[\s.,:]*\d)*/g;

/** The same text for two places that count as the same: documents that differ in numbers only do. */
export const placeKey = (place: Place): string =>
  'ended' in place ? `ended ${place.ended}` : `${place.path} ${place.says.replaceAll(digits, '…')}`;

/** A place in a message. */
export function describePlace(place: Place): string {
  if ('ended' in place) return `end (${place.ended})`;
  return place.says === '' ? place.path : `${place.path} “${place.says}”`;
}
