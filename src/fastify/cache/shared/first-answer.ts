/**
 * The answer to a request in a shared store: the first one stands.
 * @module
 */
import { setTimeout as wait } from 'node:timers/promises';
import { publishedText, readPublished, wasSet, type Published } from './claim.ts';
import { keptFor } from '../reply-cache.ts';
import type { GuardedStore } from '../../../store/guarded-store.ts';
import type { Store } from '../../../store/store.ts';

/** How often within a lease a process tries again to store an answer. */
const laterTurns = 4;

/** The stored answer to one request. */
export class FirstAnswer {
  readonly #store: GuardedStore;
  readonly #key: string;
  readonly #content: string;

  /** @param content the content of the request; an answer to other content is ignored */
  constructor(store: GuardedStore, key: string, content: string) {
    this.#store = store;
    this.#key = key;
    this.#content = content;
  }

  /** Reads the stored answer. */
  read(): Promise<Published | undefined> {
    return this.#store.do(async (store) => readPublished(await store.get(this.#key)));
  }

  /** Stores an answer that was made without a claim; returns the first answer. */
  async keep(answer: string): Promise<string> {
    return this.#first(answer, await this.#store.do(this.#setting(answer)));
  }

  /**
   * Stores the answer of a claim, also when the store has just failed: a broken connection is soon back, and no other process
   * takes over within the lease.
   */
  async keepClaimed(answer: string, lease: number): Promise<string> {
    const isFirst = await this.#store.doBehind(this.#setting(answer));
    if (isFirst === undefined) void this.#keepLater(answer, lease);
    return this.#first(answer, isFirst);
  }

  #setting(answer: string) {
    const text = publishedText({ content: this.#content, answer });
    return async (store: Store) => wasSet(await store.setIfAbsent(this.#key, text, keptFor));
  }

  async #keepLater(answer: string, lease: number): Promise<void> {
    for (let turn = 0; turn < laterTurns; turn++) {
      await wait(lease / laterTurns, undefined, { ref: false });
      if ((await this.#store.doBehind(this.#setting(answer))) !== undefined) return;
    }
  }

  async #first(answer: string, isFirst: boolean | undefined): Promise<string> {
    const first = isFirst === false ? await this.read() : undefined;
    return first?.content === this.#content ? first.answer : answer;
  }
}
