/**
 * A store that several processes share, such as Redis: what one of them has answered, none of the others does again.
 * @module
 */

/**
 * Three verbs over texts. A key is gone after its time; a verb that fails or takes longer than 250 milliseconds is done
 * without, so that no caller waits for a store that is down.
 *
 * @example
 * ```ts
 * import type { Store } from 'plivo-jsx/fastify';
 *
 * // Of a client of Redis, such as ioredis, this is all that is needed.
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
  /** The value of a key; undefined when there is none, or its time is over. */
  get(key: string): Promise<string | undefined>;
  /** Sets a key, for so many milliseconds, 1 or more; one that is there is replaced. */
  set(key: string, value: string, milliseconds: number): Promise<unknown>;
  /** The same, unless the key is there; tells whether it was set. In one step, or two processes may both be told so. */
  setIfAbsent(key: string, value: string, milliseconds: number): Promise<boolean>;
}

/** How long a verb may take, in milliseconds. */
const longestVerb = 250;

/** How long a store that failed is left alone, in milliseconds: a caller of ours waits for each try. */
const restFor = 1_000;

/** A store of somebody else, never late and never throwing. */
export class GuardedStore {
  readonly #store: Store;
  readonly #onFailure: (error: unknown) => void;
  readonly #longest: number;
  #restsUntil = 0;

  /**
   * @param onFailure hears of each failure; the store then rests for a second
   * @param longest how long a verb may take, in milliseconds
   */
  constructor(store: Store, onFailure: (error: unknown) => void, longest = longestVerb) {
    this.#store = store;
    this.#onFailure = onFailure;
    this.#longest = longest;
  }

  /** Does something with the store; undefined when it failed, was late, or rests. */
  async do<T>(verb: (store: Store) => Promise<T>): Promise<T | undefined> {
    return performance.now() < this.#restsUntil ? undefined : this.doBehind(verb);
  }

  /** The same behind an answer, where no caller waits for it: also while the store rests. */
  async doBehind<T>(verb: (store: Store) => Promise<T>): Promise<T | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const error = () => new Error(`It gave nothing within ${this.#longest} ms.`);
      timer = setTimeout(() => reject(error()), this.#longest);
    });
    try {
      // In an async function, so that a store which throws at once is caught as well.
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
