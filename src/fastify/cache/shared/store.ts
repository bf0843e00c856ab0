/**
 * A store that several processes share, such as Redis: an answer of one process is not made again by another.
 * @module
 */

/**
 * Three verbs over texts. A key expires after its time. A verb that fails or takes longer than 250 milliseconds is ignored, so
 * that no caller waits for a store that is down.
 *
 * @example
 * ```ts
 * import type { Store } from 'plivo-jsx/fastify';
 *
 * // Only these commands of a Redis client, such as ioredis, are needed.
 * interface Redis {
 *   get(key: string): Promise<string | null>;
 *   set(key: string, value: string, unit: 'PX', milliseconds: number): Promise<unknown>;
 *   set(key: string, value: string, unit: 'PX', milliseconds: number, when: 'NX'): Promise<'OK' | null>;
 * }
 *
 * const storeOf = (redis: Redis): Store => ({
 *   get: async (key) => (await redis.get(key)) ?? undefined,
 *   set: (key, value, milliseconds) => redis.set(key, value, 'PX', milliseconds),
 *   setIfAbsent: async (key, value, milliseconds) =>
 *     (await redis.set(key, value, 'PX', milliseconds, 'NX')) === 'OK',
 * });
 * ```
 */
export interface Store {
  /** Returns the value of a key; undefined when there is none or it has expired. */
  get(key: string): Promise<string | undefined>;
  /** Sets a key, which expires after the milliseconds (1 or more); an existing value is replaced. */
  set(key: string, value: string, milliseconds: number): Promise<unknown>;
  /** Sets a key unless it exists, and returns whether it was set. It must be atomic: otherwise two processes may both get true. */
  setIfAbsent(key: string, value: string, milliseconds: number): Promise<boolean>;
}

/** How long a verb may take, in milliseconds. */
const longestVerb = 250;

/** How long a store is not used after a failure, in milliseconds: a caller waits for each attempt. */
const restFor = 1_000;

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
  constructor(store: Store, onFailure: (error: unknown) => void, longest = longestVerb) {
    this.#store = store;
    this.#onFailure = onFailure;
    this.#longest = longest;
  }

  /** Uses the store; undefined when it fails, is late, or is not used after a failure. */
  async do<T>(verb: (store: Store) => Promise<T>): Promise<T | undefined> {
    return performance.now() < this.#restsUntil ? undefined : this.doBehind(verb);
  }

  /** Uses the store in the background, also after a failure: no caller waits for it. */
  async doBehind<T>(verb: (store: Store) => Promise<T>): Promise<T | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const error = () => new Error(`It gave nothing within ${this.#longest} ms.`);
      timer = setTimeout(() => reject(error()), this.#longest);
    });
    try {
      // The async function also catches what a store throws synchronously.
      return await Promise.race([(async () => verb(this.#store))(), late]);
    } catch (error) {
      this.#restsUntil = performance.now() + restFor;
      this.#onFailure(error);
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }
}
