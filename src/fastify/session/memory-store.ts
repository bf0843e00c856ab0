/**
 * The store of sessions that an app has without the option `store`: the memory of its process.
 * @module
 */
import { LRUCache } from 'lru-cache';
import type { Store } from '../../store/store.ts';

/** The most values. */
const mostValues = 20_000;

/** How often expired values are removed, in milliseconds: nothing of a call should stay longer than its author said. */
const sweepEvery = 60_000;

/** The most characters of all keys and values together, with what each costs beside them. */
const mostCharacters = 16 * 1024 * 1024;
const cost = (value: string, key: string) => value.length + key.length + 100;

/** Keeps at most 20,000 values and 16 million characters; beyond that the value that was not used for the longest time is lost. */
export class MemoryStore implements Store {
  /** Created when it is needed: most apps keep nothing. */
  #values: LRUCache<string, string> | undefined;
  #sweeper: NodeJS.Timeout | undefined;

  async get(key: string): Promise<string | undefined> {
    return this.#values?.get(key);
  }

  async set(key: string, value: string, milliseconds: number): Promise<void> {
    this.#values ??= new LRUCache({ max: mostValues, maxSize: mostCharacters, sizeCalculation: cost });
    this.#values.set(key, value, { ttl: milliseconds });
    this.#sweepLater();
  }

  async setIfAbsent(key: string, value: string, milliseconds: number): Promise<boolean> {
    if (this.#values?.has(key)) return false;
    await this.set(key, value, milliseconds);
    return true;
  }

  /** The number of values, with those that have expired within the last minute. */
  get size(): number {
    return this.#values?.size ?? 0;
  }

  #sweepLater(): void {
    if (this.#sweeper !== undefined) return;
    const sweep = () => {
      this.#sweeper = undefined;
      this.#values?.purgeStale();
      if (this.size > 0) this.#sweepLater();
    };
    this.#sweeper = setTimeout(sweep, sweepEvery).unref();
  }
}
