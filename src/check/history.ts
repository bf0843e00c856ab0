/**
 * What happened before in a call, for servers that keep state by call.
 * @module
 */
import { createHash } from 'node:crypto';

/** The documents that came so far, with how often they did. */
export type History = ReadonlyMap<string, number>;

/** A document that came often enough: later rounds of a loop count as the same. */
const mostRounds = 8;

/** The history with one more document. */
export function later(history: History, place: string): History {
  return new Map(history).set(place, Math.min(mostRounds, (history.get(place) ?? 0) + 1));
}

/** The same text for two histories that count as the same. */
export function signature(history: History): string {
  if (history.size === 0) return '';
  const sorted = [...history].map(([place, count]) => `${place}${count}`).sort();
  return createHash('sha256').update(sorted.join('\n')).digest('hex').slice(0, 16);
}
