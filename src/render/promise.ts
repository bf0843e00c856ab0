/**
 * Promises: what counts as one, and how to wait for one without an unhandled rejection.
 * @module
 */
import { types } from 'node:util';
import { isObject } from './node-kind.ts';

/** True for anything with a `then` method, as an async component returns. A value that throws when inspected is no promise. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  if (!isObject(value)) return false;
  try {
    return typeof (value as { then?: unknown }).then === 'function';
  } catch {
    return false;
  }
}

const ignore = () => {};

/** Marks a rejection as handled. Use it for a promise that is awaited later. */
export const ignoreRejection = (value: unknown): void => onSettled(value, ignore);

/**
 * Calls back with the result or the error of a native promise. Other objects with a `then` method are left alone: some start
 * their work when `then` is called.
 */
export function onSettled(value: unknown, callback: (result: unknown) => void): void {
  try {
    // A subclass may override `then`.
    if (types.isPromise(value)) void Promise.prototype.then.call(value, callback, callback);
  } catch {
    // `then` creates its result with the constructor of the subclass, which may throw.
  }
}

/** Calls back at once with a value, or later with that of a promise: a document that waits for nothing stays synchronous. */
export const onValue = <T, U>(value: T | Promise<T>, next: (value: T) => U | Promise<U>): U | Promise<U> =>
  // eslint-disable-next-line promise/no-callback-in-promise -- the callback is the point
  isPromise(value) ? Promise.resolve(value).then(next) : next(value as T);
