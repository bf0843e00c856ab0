/**
 * A store with a deadline and a circuit breaker: what uses it goes on when the store is down.
 * @module
 */
import { inTime, longestUse } from './in-time.ts';
import type { Store } from './store.ts';

/** How long a store is not used after a failure, in milliseconds: a caller waits for each attempt. */
export const restFor = 1_000;

/** A store with a deadline that never throws. */
export class GuardedStore {
  readonly #store: Store;
  readonly #onFailure: (error: unknown) => void;
  readonly #longest: number;
  #restsUntil = 0;

  /**
   * @param onFailure receives each error; the store is then not used for a second
   * @param longest how long a verb may take, in milliseconds
   */
  constructor(store: Store, onFailure: (error: unknown) => void, longest = longestUse) {
    this.#store = store;
    this.#onFailure = onFailure;
    this.#longest = longest;
  }

  /** Uses the store; undefined when it fails, is late, or is not used after a failure. */
  async do<T>(verb: (store: Store) => Promise<T>): Promise<T | undefined> {
    const now = performance.now();
    if (now < this.#restsUntil) return undefined;
    // After the rest one use tries the store. The others do not wait for it: otherwise each second of a dead store would cost
    // every caller of that moment its deadline.
    if (this.#restsUntil > 0) this.#restsUntil = now + this.#longest;
    return this.doBehind(verb);
  }

  /** Uses the store in the background, also after a failure: no caller waits for it. */
  async doBehind<T>(verb: (store: Store) => Promise<T>): Promise<T | undefined> {
    try {
      const result = await inTime(() => verb(this.#store), this.#longest);
      this.#restsUntil = 0;
      return result;
    } catch (error) {
      this.#restsUntil = performance.now() + restFor;
      this.#onFailure(error);
      return undefined;
    }
  }
}
