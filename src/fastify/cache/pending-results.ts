/**
 * Documents that missed their deadline and are still being made. The retry of the same call gets them: Plivo does not send
 * the caller's keys again.
 * @module
 */

/** How long a result is kept, in milliseconds: the sentence "one moment" and a slow network. */
const keptFor = 30_000;

/** The most results that are kept; a caller beyond it runs the level again. */
const mostKept = 500;

/** A result that is still being made. */
interface Pending<T, Of> {
  readonly result: Promise<T>;
  /** The request that began it. */
  readonly of: Of;
}

/** Pending results by call and by the URL of the retry: a level with other parameters says something else. */
export class PendingResults<T, Of> {
  readonly #results = new Map<string, Pending<T, Of>>();

  /** Keeps a result; false when the call has no id, or too many are kept. */
  keep(href: string, callUuid: string | undefined, pending: Pending<T, Of>): boolean {
    if (callUuid === undefined || this.#results.size >= mostKept) return false;
    const key = keyOf(href, callUuid);
    this.#results.set(key, pending);
    setTimeout(() => {
      if (this.#results.get(key) === pending) this.#results.delete(key);
    }, keptFor).unref();
    return true;
  }

  /** Removes and returns a result; undefined when none is kept in this process. */
  take(href: string, callUuid: string | undefined): Pending<T, Of> | undefined {
    if (callUuid === undefined || this.#results.size === 0) return undefined;
    const key = keyOf(href, callUuid);
    const result = this.#results.get(key);
    this.#results.delete(key);
    return result;
  }
}

const keyOf = (href: string, callUuid: string) => `${href} ${callUuid}`;
