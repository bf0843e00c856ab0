/**
 * Promises where a document is printed.
 * @module
 */
import { isElement, isList } from './kind.ts';

/** True for what an async component returns. Whatever fails when it is asked is none. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  if (typeof value !== 'object' || value === null) return false;
  try {
    return typeof (value as { then?: unknown }).then === 'function';
  } catch {
    return false;
  }
}

/**
 * The same for all promises of a tree that is given up: one that fails after the first problem was told would end the
 * process.
 */
export function silenceAll(tree: unknown): void {
  try {
    silenceEach(tree, new Set());
  } catch {
    // Something in it throws when it is asked, or it is deeper than the engine can follow.
  }
}

function silenceEach(node: unknown, seen: Set<unknown>): void {
  if (typeof node !== 'object' || node === null || seen.has(node)) return;
  seen.add(node);
  if (isPromise(node)) silence(node);
  else if (isElement(node)) for (const value of Object.values(node.props)) silenceEach(value, seen);
  else if (isList(node)) for (const item of node) silenceEach(item, seen);
}

/** For a promise that is refused: how it ends is nobody's business any more. */
export function silence(value: unknown): void {
  if (isPromise(value)) Promise.resolve(value).catch(() => {});
}
