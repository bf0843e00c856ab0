/**
 * Answers that are being made right now, by the id of the signed request and by its content.
 * @module
 */
import type { Attempt } from './attempt.ts';

/** An answer on its way. */
export interface Pending<T> {
  /** The content of the request, see request-key.ts. */
  readonly key: string;
  readonly answer: Promise<T>;
  readonly attempt: Attempt;
}

/** All answers in flight of one process. */
export class InFlight<T> {
  readonly #byId = new Map<string, Pending<T>>();
  readonly #byKey = new Map<string, Pending<T>>();

  /** The answer to the request with this id. */
  withId(id: string): Pending<T> | undefined {
    return this.#byId.size === 0 ? undefined : this.#byId.get(id);
  }

  /** The answer to a request with this content, signed anew or not signed. */
  withKey(key: string): Pending<T> | undefined {
    return this.#byKey.size === 0 ? undefined : this.#byKey.get(key);
  }

  /**
   * Adds an answer until it is settled.
   *
   * @param isOfCall whether the content names its call: only then are two equal requests the same event
   */
  add(pending: Pending<T>, id: string | undefined, isOfCall: boolean): void {
    const { key, answer } = pending;
    if (id !== undefined) this.#byId.set(id, pending);
    if (isOfCall) this.#byKey.set(key, pending);
    const remove = () => {
      if (id !== undefined && this.#byId.get(id) === pending) this.#byId.delete(id);
      if (this.#byKey.get(key) === pending) this.#byKey.delete(key);
    };
    answer.then(remove, remove);
  }
}
