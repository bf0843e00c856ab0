/**
 * Tells the keys that an app takes for wrong from its options, of a menu that accepts all keys.
 * @module
 */
import type { Edge } from '../graph.ts';

/** So many keys that lead to the same place are no options of their own. */
const least = 3;

/** The edges of wrong keys among those of one pause: those that are not accepted, and those that all lead to the same place. */
export function wrongKeysAmong(edges: readonly Edge[]): readonly Edge[] {
  const rejected = edges.filter(({ does }) => does === 'wrongKey');
  const keys = edges.filter(({ does }) => does === 'key');
  const byTarget = new Map<string, Edge[]>();
  for (const edge of keys) {
    const target = JSON.stringify(edge.to);
    byTarget.set(target, [...(byTarget.get(target) ?? []), edge]);
  }
  const [most = []] = [...byTarget.values()].sort((a, b) => b.length - a.length);
  // Where all keys lead to the same place, as in "press any key", none is wrong.
  return most.length >= least && most.length < keys.length ? [...rejected, ...most] : rejected;
}
