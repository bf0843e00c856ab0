/**
 * One answer to a request, whichever process of an app it comes to.
 *
 * The law: **the first answer stands; until there is one, one process at a time makes it; and when that process is gone,
 * whoever is asked next makes it.** So a level or handler runs once while processes and store live, and at least once before
 * Plivo is answered when any of them dies.
 *
 * A store has no compare-and-set, and the clocks of two machines differ. So no key is ever fought over: it is written once,
 * by `setIfAbsent`, or by one process alone.
 *
 * - `claim:<request>`, once: who makes the answer.
 * - `claim:<claim>`, once: who has taken over from that claim. The last claim of this line holds.
 * - `sign:<claim>`, by its holder alone: a number that grows while the holder works, or "released".
 * - `answer:<request>`, once: the answer. A process that comes second with one gives its caller the first.
 *
 * A holder is gone when its sign has not changed for a lease, by the clock of whoever watches it. One that only stood still
 * may go on: its level has then run twice, and its answer stands only when it is the first.
 * @module
 */
import { claimText, keysOf, newClaim, readClaim, successorKey, wasSet, type Claim } from './claim.ts';
import { FirstAnswer } from './first-answer.ts';
import { keepSigning, release, watch } from './holder.ts';
import type { Answer } from '../attempt.ts';
import { collision, keptFor } from '../reply-cache.ts';
import type { GuardedStore } from './store.ts';

/** After how many milliseconds without a sign a process is gone: half of what a caller waits for a document. */
const leaseOfClaim = 1_000;

/** What a process does with a request that may have come to another one as well. */
export interface Sharing {
  /** Makes the answer; it never fails. */
  readonly make: () => Answer;
  /** What is answered when a process that lives is still at it after the deadline. Without it the answer is made twice. */
  readonly late?: (() => string) | undefined;
  /** In milliseconds. */
  readonly deadline: number;
  /** False for an answer that nobody got, or that failed: whoever is asked again makes another one. */
  readonly isGood: () => boolean;
  /** Called when another process has, or had, the request. */
  readonly onFound: () => void;
}

/** Answers in a store, so that a second try may come to another process. */
export class SharedReplies {
  readonly #store: GuardedStore;
  readonly #lease: number;

  constructor(store: GuardedStore, lease = leaseOfClaim) {
    this.#store = store;
    this.#lease = lease;
  }

  /**
   * Answers a request; `other` when its signature was used for another one.
   *
   * @param signed what Plivo signed: the name of the request is made of it alone, since not every process has the same
   * token first while they rotate
   */
  async answer(signed: string, asked: string, sharing: Sharing): Promise<string | typeof collision> {
    const own = newClaim(asked);
    const keys = keysOf(signed);
    const first = new FirstAnswer(this.#store, keys.answer, own.content);
    const until = performance.now() + sharing.deadline;
    const watching = { answerKey: keys.answer, lease: this.#lease, until };
    for (let key = keys.claim; ;) {
      const holder = await this.#claim(key, own);
      if (holder === undefined) return alone(first, sharing);
      if (holder.content !== own.content) return collision;
      if (holder.id === own.id) return this.#work(own, first, sharing, key !== keys.claim);
      const fate = await watch(this.#store, holder, watching);
      if (fate === undefined) return alone(first, sharing);
      if (fate === 'gone') {
        key = successorKey(holder);
        continue;
      }
      if (fate === 'late') return sharing.late?.() ?? alone(first, sharing);
      if (fate.content !== own.content) return collision;
      sharing.onFound();
      return fate.answer;
    }
  }

  /** Claims what nobody has claimed; whose it is now, or undefined when the store does not tell. */
  async #claim(key: string, own: Claim): Promise<Claim | undefined> {
    const isOurs = await this.#store.do(async (store) =>
      wasSet(await store.setIfAbsent(key, claimText(own), keptFor)),
    );
    if (isOurs !== false) return isOurs && own;
    // Not always somebody else's: a client that lost the first reply has asked twice, and was then told of its own claim.
    return this.#store.do(async (store) => readClaim(await store.get(key)));
  }

  /** Makes the answer as the holder of a claim. */
  async #work(own: Claim, first: FirstAnswer, sharing: Sharing, isTakenOver: boolean): Promise<string> {
    // Whoever is gone may have answered in its last moment.
    const before = isTakenOver ? await first.read() : undefined;
    if (before?.content === own.content) {
      sharing.onFound();
      return before.answer;
    }
    const made = sharing.make();
    const answer = typeof made === 'string' ? made : await this.#signing(own, made);
    if (sharing.isGood()) return first.keepClaimed(answer, this.#lease);
    await release(this.#store, own);
    return answer;
  }

  async #signing(own: Claim, made: Promise<string>): Promise<string> {
    const stop = keepSigning(this.#store, own, this.#lease);
    try {
      return await made;
    } finally {
      stop();
    }
  }
}

/** Without the store each process answers for itself: a caller comes first, and so does a notice. */
async function alone(first: FirstAnswer, sharing: Sharing): Promise<string> {
  const answer = await sharing.make();
  return sharing.isGood() ? first.keep(answer) : answer;
}
