/**
 * Callers who wait for a store that is down: how often each has heard "One moment".
 * @module
 */
import { LRUCache } from 'lru-cache';

/** How often a caller waits before the call ends with an apology: about half a minute, after which a person hangs up anyway. */
const mostWaits = 6;

/** How long the waits of a call are remembered, in milliseconds. */
const keptFor = 60_000;

/** The most calls that wait; one beyond them is counted anew. */
const mostCalls = 5_000;

/** Counts the waits by call. */
export class SessionWaits {
  #waits: LRUCache<string, number> | undefined;

  /** Counts one more wait of a call and returns its number, from 1; undefined when the caller has waited long enough. */
  next(callUuid: string): number | undefined {
    this.#waits ??= new LRUCache({ max: mostCalls, ttl: keptFor });
    const number = (this.#waits.get(callUuid) ?? 0) + 1;
    if (number > mostWaits) return undefined;
    this.#waits.set(callUuid, number);
    return number;
  }
}
