/**
 * Deadlines. Fastify's own does not fire for a POST with a body.
 * @module
 */

/** The value of a promise, or that it missed the deadline. */
export type InTime<T> = { readonly late: false; readonly value: T } | { readonly late: true };

/** How a promise ended. */
export type Ended =
  { readonly ok: true; readonly error?: undefined } | { readonly ok: false; error: unknown };

/**
 * Waits for a promise, but not longer than `milliseconds`.
 *
 * @param onLate receives how a late promise ended; a late rejection must not be unhandled
 */
export function withDeadline<T>(
  promise: Promise<T>,
  milliseconds: number,
  onLate: (ended: Ended) => void,
): Promise<InTime<T>> {
  return new Promise((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      resolve({ late: true });
    }, milliseconds);
    promise.then(
      (value) => {
        if (late) return onLate({ ok: true });
        clearTimeout(timer);
        resolve({ late: false, value });
      },
      (error: unknown) => {
        if (late) return onLate({ ok: false, error });
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
