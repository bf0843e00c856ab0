/**
 * A deadline of our own: Fastify's does not fire for a POST with a body.
 * @module
 */

/** What a promise gave, or that it did not give anything in time. */
export type InTime<T> = { readonly late: false; readonly value: T } | { readonly late: true };

/** How a promise ended. */
export type Ended =
  { readonly ok: true; readonly error?: undefined } | { readonly ok: false; error: unknown };

/**
 * Waits for a promise, but not longer than `milliseconds`.
 *
 * @param onLate hears how a promise ended that came too late: its rejection must not go unheard
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
