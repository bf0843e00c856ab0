/**
 * One answer to a request, whichever process of an app receives it.
 *
 * The rule: **the first answer stands; until there is one, one process at a time makes it; when that process is gone, the next
 * process that receives the request makes it.** So a level or handler runs once while processes and store live, and at least
 * once before Plivo is answered when one of them dies.
 *
 * A store has no compare-and-set, and the clocks of two machines differ. So every key is written once, by
 * `setIfAbsent`, or by one process only.
 *
 * - `claim:<request>`, once: which process makes the answer.
 * - `claim:<claim>`, once: which process has taken over from that claim. The last claim of this chain counts.
 * - `heartbeat:<claim>`, by its holder only: a number that grows while the holder works, or "released".
 * - `answer:<request>`, once: the answer. A process that makes a second one gives its client the first.
 *
 * A holder is gone when its heartbeat has not changed for the time of a lease, by the clock of the watching process. A holder that
 * was only paused may continue: its level has then run twice, and its answer counts only if it is the first.
 * @module
 */
import { claimText, keysOf, newClaim, readClaim, successorKey, wasSet, type Claim } from './claim.ts';
import { FirstAnswer } from './first-answer.ts';
import { keepHeartbeat, release, watch } from './holder.ts';
import type { Answer } from '../attempt.ts';
import { collision, keptFor } from '../reply-cache.ts';
import type { GuardedStore } from '../../../store/guarded-store.ts';

/** After how many milliseconds without a heartbeat a process counts as gone: half of the deadline of a document. */
const leaseOfClaim = 1_000;

/** How a process answers a request that another process may have received as well. */
export interface SharedAnswerSource {
  /** Makes the answer; it never fails. */
  readonly make: () => Answer;
  /** The answer when another, living process still works after the deadline. Without it the answer is made twice. */
  readonly late?: (() => string) | undefined;
  /** In milliseconds. */
  readonly deadline: number;
  /** False for an answer that no client received, or that failed: the next request makes another one. */
  readonly isGood: () => boolean;
  /** Called when another process has, or had, the request. */
  readonly onFound: () => void;
}

/** Answers in a store that several processes share. */
export class SharedReplies {
  readonly #store: GuardedStore;
  readonly #lease: number;

  constructor(store: GuardedStore, lease = leaseOfClaim) {
    this.#store = store;
    this.#lease = lease;
  }

  /**
   * Answers a request; `collision` when its signature was used for other content.
   *
   * @param signed the signed text identifies the request: during a rotation, processes may have their tokens in
   * different order
   */
  async answerOnce(
    signed: string,
    asked: string,
    source: SharedAnswerSource,
  ): Promise<string | typeof collision> {
    const own = newClaim(asked);
    const keys = keysOf(signed);
    const first = new FirstAnswer(this.#store, keys.answer, own.content);
    const until = performance.now() + source.deadline;
    const options = { answerKey: keys.answer, lease: this.#lease, until };
    for (let key = keys.claim; ;) {
      const holder = await this.#claim(key, own);
      if (holder === undefined) return alone(first, source);
      if (holder.content !== own.content) return collision;
      if (holder.id === own.id) return this.#work(own, first, source, key !== keys.claim);
      const result = await watch(this.#store, holder, options);
      if (result === undefined) return alone(first, source);
      if (result === 'gone') {
        key = successorKey(holder);
        continue;
      }
      if (result === 'late') return source.late?.() ?? alone(first, source);
      if (result.content !== own.content) return collision;
      source.onFound();
      return result.answer;
    }
  }

  /** Claims the request; returns the claim that counts, or undefined when the store fails. */
  async #claim(key: string, own: Claim): Promise<Claim | undefined> {
    const isOurs = await this.#store.do(async (store) =>
      wasSet(await store.setIfAbsent(key, claimText(own), keptFor)),
    );
    if (isOurs !== false) return isOurs && own;
    // This may be our own claim: a store client that lost the first reply sent the command twice.
    return this.#store.do(async (store) => readClaim(await store.get(key)));
  }

  /** Makes the answer as the holder of a claim. */
  async #work(
    own: Claim,
    first: FirstAnswer,
    source: SharedAnswerSource,
    isTakenOver: boolean,
  ): Promise<string> {
    // The process that is gone may have stored its answer in its last moment.
    const before = isTakenOver ? await first.read() : undefined;
    if (before?.content === own.content) {
      source.onFound();
      return before.answer;
    }
    const made = source.make();
    const answer = typeof made === 'string' ? made : await this.#withHeartbeat(own, made);
    if (source.isGood()) return first.keepClaimed(answer, this.#lease);
    await release(this.#store, own);
    return answer;
  }

  async #withHeartbeat(own: Claim, made: Promise<string>): Promise<string> {
    const stop = keepHeartbeat(this.#store, own, this.#lease);
    try {
      return await made;
    } finally {
      stop();
    }
  }
}

/** Without the store each process answers for itself: callers and notices must not wait for it. */
async function alone(first: FirstAnswer, source: SharedAnswerSource): Promise<string> {
  const answer = await source.make();
  return source.isGood() ? first.keep(answer) : answer;
}
