/**
 * Waits for a promise, but no longer than a signal allows, also when whoever made the promise does not look at the signal.
 *
 * @throws the reason of the signal
 */
export function unlessOver<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const over = () => reject(signal.reason as Error);
    if (signal.aborted) over();
    else signal.addEventListener('abort', over, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', over));
  });
}
