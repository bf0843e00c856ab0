/**
 * Documents that took too long, kept for the second try: Plivo does not send the caller's keys again with it.
 * @module
 */

/** How long a caller may take to come back, in milliseconds: the words "one moment", and a slow network. */
const keptFor = 30_000;

/** More callers than this do not wait at once; whoever is beyond it is asked again. */
const mostKept = 500;

/** What is still being made, by call and level. */
export class PendingResults<T> {
  readonly #kept = new Map<string, Promise<T>>();

  /** Keeps a promise for the second try of a call; false when the call has no id to come back with. */
  keep(callUuid: string | undefined, promise: Promise<T>): boolean {
    if (callUuid === undefined || this.#kept.size >= mostKept) return false;
    this.#kept.set(callUuid, promise);
    setTimeout(() => {
      if (this.#kept.get(callUuid) === promise) this.#kept.delete(callUuid);
    }, keptFor).unref();
    return true;
  }

  /** Takes it out; undefined when nothing was kept, or another process has it. */
  take(callUuid: string | undefined): Promise<T> | undefined {
    if (callUuid === undefined) return undefined;
    const promise = this.#kept.get(callUuid);
    this.#kept.delete(callUuid);
    return promise;
  }
}
