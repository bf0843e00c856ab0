/**
 * The answer to a request in a shared store: the first one stands.
 * @module
 */
import { setTimeout as wait } from 'node:timers/promises';
import { publishedText, readPublished, wasSet, type Published } from './claim.ts';
import { keptFor } from '../reply-cache.ts';
import type { GuardedStore, Store } from './store.ts';

/** How often within a lease a process tries again to keep an answer that the store did not take. */
const laterTurns = 4;

/** The answer to one request, if there is one yet. */
export class FirstAnswer {
  readonly #store: GuardedStore;
  readonly #key: string;
  readonly #content: string;

  /** @param content what was asked: of an answer to something else under the same name nothing is taken */
  constructor(store: GuardedStore, key: string, content: string) {
    this.#store = store;
    this.#key = key;
    this.#content = content;
  }

  /** What the store has. */
  read(): Promise<Published | undefined> {
    return this.#store.do(async (store) => readPublished(await store.get(this.#key)));
  }

  /** Keeps an answer that was made without a claim, if the store can be reached; the answer that counts. */
  async keep(answer: string): Promise<string> {
    return this.#first(answer, await this.#store.do(this.#setting(answer)));
  }

  /**
   * Keeps the answer of a claim, also in a store that just failed: a connection that broke is back in a moment, and for a
   * lease nobody makes the answer again.
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
