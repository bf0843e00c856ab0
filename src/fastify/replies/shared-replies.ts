/**
 * What other processes have answered.
 * @module
 */
import { hash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { keptFor, other } from './replies.ts';
import type { GuardedStore } from './store.ts';

/** How often another process is asked whether it has its answer, in milliseconds. */
const askEvery = 50;

/** A request that is being answered, in the store: the content that its signature was used for. */
const claimOf = (asked: string) => hash('sha256', asked, 'base64');

/** As {@link claimOf} writes it, before the answer if there is one. */
const beginsWithClaim = /^[A-Za-z0-9+/]{43}=(?:\n|$)/;

// Whatever a store gives that cannot be is a failure of the store, and a caller is answered without it.
function wasSet(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new TypeError('Its setIfAbsent gave neither true nor false.');
}

function keptText(value: unknown): string | undefined {
  if (value === undefined || (typeof value === 'string' && beginsWithClaim.test(value))) return value;
  throw new TypeError('Its get gave something that plivo-jsx did not set.');
}

/** What a process does with a request that may have come to another one as well. */
export interface Sharing {
  /** Makes the answer; called in one process only. */
  readonly make: () => string | Promise<string>;
  /** What is answered when another process is still at it after the deadline. */
  readonly late: () => string;
  /** In milliseconds. */
  readonly deadline: number;
  /** False for an answer that nobody got: whoever is asked again makes another one. */
  readonly isGood: () => boolean;
  /** Called when another process has, or had, the request. */
  readonly onFound: () => void;
}

/** Answers in a store, so that a second try may come to another process. */
export class SharedReplies {
  readonly #store: GuardedStore;

  constructor(store: GuardedStore) {
    this.#store = store;
  }

  /**
   * Answers a request once, whichever process it comes to; `other` when its signature was used for another one.
   *
   * @param signed what Plivo signed: the name of the request is made of it alone, since not every process has the same
   * token first while they rotate
   */
  async answer(
    signed: string,
    asked: string,
    { make, late, deadline, isGood, onFound }: Sharing,
  ): Promise<string | typeof other> {
    const key = `plivo-jsx:reply:${hash('sha256', signed, 'base64')}`;
    const claim = claimOf(asked);
    const isOurs = await this.#store.do(async (store) =>
      wasSet(await store.setIfAbsent(key, claim, keptFor)),
    );
    // Without the store each process answers for itself: a caller comes first.
    if (isOurs !== false) {
      const answer = await make();
      // A key that is gone after a millisecond is free again.
      const [value, time] = isGood() ? [`${claim}\n${answer}`, keptFor] : [claim, 1];
      if (isOurs === true) await this.#store.do((store) => store.set(key, value, time));
      return answer;
    }
    const giveUpAt = performance.now() + deadline;
    for (;;) {
      const kept = await this.#store.do(async (store) => keptText(await store.get(key)));
      if (kept === undefined) return make();
      if (!kept.startsWith(claim)) return other;
      if (kept.length === claim.length && performance.now() < giveUpAt) await wait(askEvery);
      else {
        onFound();
        return kept.length === claim.length ? late() : kept.slice(claim.length + 1);
      }
    }
  }
}
