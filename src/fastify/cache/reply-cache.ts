/**
 * What was answered, kept for a while: Plivo's second try of a request gets the same bytes, and what the first one did is
 * not done again.
 * @module
 */
import { Block } from './answer-block.ts';

/** A document; or nothing, for a notice. A promise while a level is at it. */
export type Answer = string | Promise<string>;

interface UnderWay {
  readonly asked: string;
  readonly answer: Promise<string>;
}

/** How long an answer is kept, in milliseconds. Plivo gives up on a request long before. */
export const keptFor = 10 * 60_000;

/** Said of a request that is not the one that was answered under its name. */
export const other = Symbol('another request of the same signature');

/** Answers by the name of the request that they were given to. */
export class ReplyCache {
  readonly #underWay = new Map<string, UnderWay>();
  /** Two of 16 MB, made when they are needed: when one is full, the other one is written anew. */
  #newest: Block | undefined;
  #older: Block | undefined;

  /**
   * The answer that a request got before. Plivo joins names and values without anything between, so that one signature
   * fits several requests: {@link other} when this one is not the one that was answered.
   */
  find(id: string, asked: string): Answer | typeof other | undefined {
    const kept = this.#underWay.get(id) ?? this.#newest?.read(id, keptFor) ?? this.#older?.read(id, keptFor);
    if (kept === undefined) return undefined;
    return kept.asked === asked ? kept.answer : other;
  }

  /** Keeps an answer; it never rejects. */
  keep(id: string, asked: string, answer: Answer): void {
    if (typeof answer === 'string') return this.#write(id, asked, answer);
    const underWay = { asked, answer };
    this.#underWay.set(id, underWay);
    void answer.then((late) => {
      if (this.#underWay.get(id) !== underWay) return;
      this.#underWay.delete(id);
      this.#write(id, asked, late);
    });
  }

  #write(id: string, asked: string, answer: string): void {
    if (this.#newest?.write(id, asked, answer)) return;
    const next = this.#older ?? new Block();
    next.clear();
    this.#older = this.#newest;
    this.#newest = next;
    next.write(id, asked, answer);
  }

  /** Forgets an answer that nobody got. */
  forget(id: string): void {
    this.#underWay.delete(id);
    this.#newest?.forget(id);
    this.#older?.forget(id);
  }
}
