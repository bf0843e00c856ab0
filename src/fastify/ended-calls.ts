/**
 * Calls of which Plivo has reported the end.
 * @module
 */

/** How long the end of a call is remembered at least, in milliseconds, unless very many calls end. */
const rememberedFor = 10 * 60_000;

/** The last calls that are remembered, however many end; twice as many are the most. */
const remembered = 20_000;

/** Remembers the last calls that have ended. */
export class EndedCalls {
  /** Two sets: when the newer one is full, or old, the older one is forgotten. */
  #newer = new Set<string>();
  #older = new Set<string>();
  #newerSince = performance.now();

  add(callUuid: string): void {
    const now = performance.now();
    if (this.#newer.size >= remembered || now - this.#newerSince >= rememberedFor) {
      this.#older = this.#newer;
      this.#newer = new Set();
      this.#newerSince = now;
    }
    this.#newer.add(callUuid);
  }

  has(callUuid: string): boolean {
    return this.#newer.has(callUuid) || this.#older.has(callUuid);
  }

  delete(callUuid: string): void {
    this.#newer.delete(callUuid);
    this.#older.delete(callUuid);
  }
}
