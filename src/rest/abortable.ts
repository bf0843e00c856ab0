/**
 * Stops waiting for a promise when a signal is aborted.
 * @module
 */

/**
 * Returns a promise that settles as the given one does, or rejects when the signal is aborted. It also works for a
 * `fetch` of the user that ignores its signal.
 *
 * @throws the reason of the signal
 */
export function abortable<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
