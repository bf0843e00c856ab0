/**
 * The holder of a claim: how it shows that it lives, and how others see that it is gone.
 * @module
 */
import { setTimeout as wait } from 'node:timers/promises';
import { readClaim, readPublished, readSign, released, signKey, successorKey } from './claim.ts';
import type { Claim, Published } from './claim.ts';
import { keptFor } from '../reply-cache.ts';
import type { GuardedStore } from './store.ts';

/** How often a holder is looked at, in milliseconds. */
const lookEvery = 50;

/** Signs within a lease: some may be late without their holder being taken for gone. */
const signsOfLease = 4;

/** Shows every now and then that a holder lives; ends that. */
export function keepSigning(store: GuardedStore, claim: Claim, lease: number): () => void {
  let signs = 0;
  const sign = () => {
    signs++;
    void store.doBehind((verbs) => verbs.set(signKey(claim), `${signs}`, keptFor));
  };
  const timer = setInterval(sign, lease / signsOfLease);
  return () => clearInterval(timer);
}

/** Tells all who watch that a claim is nobody's any more. */
export const release = (store: GuardedStore, claim: Claim) =>
  store.do((verbs) => verbs.set(signKey(claim), released, keptFor));

/** What became of a claim: the answer; its holder is gone; it lives and is late; undefined when the store is down. */
export type Fate = Published | 'gone' | 'late' | undefined;

/** How a claim is watched. */
export interface Watching {
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
  { answerKey, lease, until }: Watching,
): Promise<Fate> {
  let lastSign: string | undefined;
  let signedAt = performance.now();
  let looks = 0;
  let isAlive = false;
  for (;;) {
    // From before the question: whoever watches may stand still as well, and must not think that the holder did.
    const askedAt = performance.now();
    const seen = await store.do(async (verbs) => {
      const keys = [answerKey, successorKey(claim), signKey(claim)];
      const [answer, successor, sign] = await Promise.all(keys.map((key) => verbs.get(key)));
      return { answer: readPublished(answer), successor: readClaim(successor), sign: readSign(sign) };
    });
    if (seen?.answer !== undefined || seen === undefined) return seen?.answer;
    if (seen.sign !== lastSign) {
      // The first sign that is seen may be the last one of a holder that is gone.
      isAlive = looks > 0;
      [lastSign, signedAt] = [seen.sign, performance.now()];
    }
    looks++;
    const isGone = seen.successor !== undefined || seen.sign === released || askedAt - signedAt >= lease;
    if (isGone) return 'gone';
    // Of one that may be gone, nobody knows that it will ever answer.
    if (isAlive && askedAt >= until) return 'late';
    await wait(lookEvery);
  }
}
