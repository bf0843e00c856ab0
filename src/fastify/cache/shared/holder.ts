/**
 * The holder of a claim: how it shows that it is alive, and how other processes find that it is gone.
 * @module
 */
import { setTimeout as wait } from 'node:timers/promises';
import { readClaim, readPublished, readHeartbeat, released, heartbeatKey, successorKey } from './claim.ts';
import type { Claim, Published } from './claim.ts';
import { keptFor } from '../reply-cache.ts';
import type { GuardedStore } from '../../../store/guarded-store.ts';

/** How often a holder is checked, in milliseconds. */
const lookEvery = 50;

/** Heartbeats within a lease; some of them may be late. */
const heartbeatsOfLease = 4;

/** Writes a heartbeat regularly; returns a function that stops it. */
export function keepHeartbeat(store: GuardedStore, claim: Claim, lease: number): () => void {
  let beats = 0;
  const beat = () => {
    beats++;
    void store.doBehind((verbs) => verbs.set(heartbeatKey(claim), `${beats}`, keptFor));
  };
  const timer = setInterval(beat, lease / heartbeatsOfLease);
  return () => clearInterval(timer);
}

/** Releases a claim for all watching processes. */
export const release = (store: GuardedStore, claim: Claim) =>
  store.do((verbs) => verbs.set(heartbeatKey(claim), released, keptFor));

/** The result of watching: the answer, its holder is gone, its holder is alive and late, or undefined when the store fails. */
export type WatchResult = Published | 'gone' | 'late' | undefined;

/** How a claim is watched. */
export interface WatchOptions {
  readonly answerKey: string;
  /** In milliseconds. */
  readonly lease: number;
  /** Milliseconds of `performance.now()`. */
  readonly until: number;
}

/** Watches the claim of another process. */
export async function watch(
  store: GuardedStore,
  claim: Claim,
  { answerKey, lease, until }: WatchOptions,
): Promise<WatchResult> {
  let lastBeat: string | undefined;
  let beatAt = performance.now();
  let looks = 0;
  let isAlive = false;
  for (;;) {
    // The time before the request: this process may be paused as well, and must not blame the holder.
    const askedAt = performance.now();
    const seen = await store.do(async (verbs) => {
      const keys = [answerKey, successorKey(claim), heartbeatKey(claim)];
      const [answer, successor, heartbeat] = await Promise.all(keys.map((key) => verbs.get(key)));
      return {
        answer: readPublished(answer),
        successor: readClaim(successor),
        heartbeat: readHeartbeat(heartbeat),
      };
    });
    if (seen?.answer !== undefined || seen === undefined) return seen?.answer;
    if (seen.heartbeat !== lastBeat) {
      // The first heartbeat may be the last one of a holder that is gone.
      isAlive = looks > 0;
      [lastBeat, beatAt] = [seen.heartbeat, performance.now()];
    }
    looks++;
    const isGone = seen.successor !== undefined || seen.heartbeat === released || askedAt - beatAt >= lease;
    if (isGone) return 'gone';
    // A holder that may be gone may never answer.
    if (isAlive && askedAt >= until) return 'late';
    await wait(lookEvery);
  }
}
