/**
 * Promises where a document is printed.
 * @module
 */

/** True for what an async component returns. Whatever fails when it is asked is none. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  if (typeof value !== 'object' || value === null) return false;
  try {
    return typeof (value as { then?: unknown }).then === 'function';
  } catch {
    return false;
  }
}

/** For a promise that is refused: how it ends is nobody's business any more. */
export function silence(value: unknown): void {
  if (isPromise(value)) Promise.resolve(value).catch(() => {});
}
