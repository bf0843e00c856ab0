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
  /** Equal requests in the order in which they came. */
  readonly #byKey = new Map<string, Pending<T>[]>();

  /** The answer to the request with this id. */
  withId(id: string): Pending<T> | undefined {
    return this.#byId.size === 0 ? undefined : this.#byId.get(id);
  }

  /** The answer to the first request with this content, signed anew or not signed. */
  withKey(key: string): Pending<T> | undefined {
    return this.#byKey.size === 0 ? undefined : this.#byKey.get(key)?.[0];
  }

  /**
   * Adds an answer until it is settled.
   *
   * @param isOfCall whether the content names its call: only then are two equal requests the same event
   */
  add(pending: Pending<T>, id: string | undefined, isOfCall: boolean): void {
    const { key, answer } = pending;
    if (id !== undefined) this.#byId.set(id, pending);
    if (isOfCall) this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), pending]);
    const remove = () => {
      if (id !== undefined && this.#byId.get(id) === pending) this.#byId.delete(id);
      const left = this.#byKey.get(key)?.filter((each) => each !== pending) ?? [];
      if (left.length > 0) this.#byKey.set(key, left);
      else this.#byKey.delete(key);
    };
    answer.then(remove, remove);
  }
}
