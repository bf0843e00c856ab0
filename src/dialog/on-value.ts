/**
 * Values that may be promises.
 * @module
 */
import { isPromise } from '../render/promise.ts';

/** Calls back at once with a value, or later with that of a promise: a dialog that waits for nothing stays synchronous. */
export const onValue = <T, U>(value: T | Promise<T>, next: (value: T) => U | Promise<U>): U | Promise<U> =>
  // eslint-disable-next-line promise/no-callback-in-promise -- the callback is the point
  isPromise(value) ? Promise.resolve(value).then(next) : next(value as T);
