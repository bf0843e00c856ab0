/**
 * What was answered, kept for a while: Plivo's second try of a request gets the same bytes, and what the first one did is
 * not done again.
 * @module
 */
import { LRUCache } from 'lru-cache';

/** A document; or nothing, for a notice. A promise while a level is at it. */
export type Answer = string | Promise<string>;

/** A request as it arrived, letter by letter. */
export interface Sent {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** The form. */
  readonly form: string;
}

/** True when two requests are the same, letter by letter. */
export const isSame = (one: Sent, another: Sent) =>
  one.target === another.target && one.form === another.form && one.method === another.method;

interface Kept extends Sent {
  answer: Answer;
}

/** How long an answer is kept, in milliseconds. Plivo gives up on a request long before. */
export const keptFor = 10 * 60_000;

/** Most characters that are kept: some twenty thousand answers of an ordinary flow. */
const mostCharacters = 32 * 1024 * 1024;

/** As long as a document that is not made yet is taken to be. */
const ordinary = 2048;

const sizeOf = ({ form, target, answer }: Kept) =>
  form.length + target.length + (typeof answer === 'string' ? answer.length : ordinary) + 1;

/** Said of a request that is not the one that was answered under its name. */
export const other = Symbol('another request of the same signature');

/** Answers by the name of the request that they were given to. */
export class Replies {
  readonly #kept = new LRUCache<string, Kept>({
    maxSize: mostCharacters,
    sizeCalculation: sizeOf,
    ttl: keptFor,
    ttlResolution: 1_000,
  });

  /**
   * The answer that a request got before. Plivo joins names and values without anything between, so that one signature
   * fits several requests: {@link other} when this one is not the one that was answered.
   */
  find(id: string, sent: Sent): Answer | typeof other | undefined {
    const kept = this.#kept.get(id);
    if (kept === undefined) return undefined;
    return isSame(kept, sent) ? kept.answer : other;
  }

  /** Forgets an answer that nobody got. */
  forget(id: string): void {
    this.#kept.delete(id);
  }

  /** Keeps an answer; it never rejects. */
  keep(id: string, { method, target, form }: Sent, answer: Answer): void {
    const kept: Kept = { method, target, form, answer };
    this.#kept.set(id, kept);
    if (typeof answer === 'string') return;
    void answer.then((late) => {
      if (this.#kept.peek(id) === kept) this.#kept.set(id, { ...kept, answer: late });
    });
  }
}
