/**
 * Compares two answers to the same request.
 * @module
 */
import { createHash } from 'node:crypto';
import type { VolatileKeys } from './next-request.ts';

const queries = /((?:[?&]|&amp;)([\w.~-]+)=)([^&"'<>#\s]*)/g;

/**
 * Learns which query keys differ between two documents that are otherwise the same.
 *
 * @returns false when the documents differ in something else
 */
export function learnVolatile(a: string, b: string, volatile: VolatileKeys): boolean {
  if (a === b) return true;
  if (volatile.without(a) === volatile.without(b)) return true;
  if (skeleton(a) !== skeleton(b)) return false;
  const [left, right] = [[...a.matchAll(queries)], [...b.matchAll(queries)]];
  for (const [index, [, , name, value]] of left.entries())
    if (value !== right[index]?.[3]) volatile.add(name!);
  return true;
}

/** A document without the values of queries. */
const skeleton = (xml: string) => xml.replace(queries, '$1');

/** The same for two documents that differ only in what is volatile. */
export const hashOf = (xml: string, volatile: VolatileKeys): string =>
  createHash('sha256').update(volatile.without(xml)).digest('hex').slice(0, 16);
