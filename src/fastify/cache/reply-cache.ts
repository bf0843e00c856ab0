/**
 * Finished replies of this process: when Plivo sends a request again, it gets the same bytes.
 * @module
 */
import { AnswerBlock } from './answer-block.ts';

/** How long a reply is kept at most, in milliseconds; a full block is overwritten earlier. Plivo gives up on a request long before. */
export const keptFor = 10 * 60_000;

/** The signature matches a request that was answered, but the content differs. */
export const collision = Symbol('another request with the same signature');

/** Replies by the id of the signed request. */
export class ReplyCache {
  /** Two blocks, created when they are needed: when the newer one is full, the older one is overwritten. */
  #newer: AnswerBlock | undefined;
  #older: AnswerBlock | undefined;

  /**
   * The reply to a request, or {@link collision}: Plivo signs names and values without a delimiter, so one signature fits
   * several requests.
   *
   * @param key the content of the request
   */
  find(id: string, key: string): string | typeof collision | undefined {
    const kept = this.#newer?.read(id, keptFor) ?? this.#older?.read(id, keptFor);
    if (kept === undefined) return undefined;
    return kept.key === key ? kept.answer : collision;
  }

  /** Keeps a reply. */
  keep(id: string, key: string, answer: string): void {
    if (this.#newer?.write(id, key, answer)) return;
    const next = this.#older ?? new AnswerBlock();
    next.clear();
    this.#older = this.#newer;
    this.#newer = next;
    next.write(id, key, answer);
  }
}
