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

/** For a promise that is refused: how it ends is nobody's business any more. Other things with a `then` begin when it is called. */
export function silence(value: unknown): void {
  try {
    if (value instanceof Promise) value.catch(() => {});
  } catch {
    // A Proxy may throw at every question.
  }
}

/**
 * The same for all promises of a tree that is given up: one that fails after the first problem was told would end the
 * process.
 *
 * @param seen what was looked at before; components pass their children on, and each gives a tree up
 */
export function silenceAll(tree: unknown, seen: Set<unknown>): void {
  const left = [tree];
  while (left.length > 0) {
    const node = left.pop();
    try {
      if (!mayHold(node) || seen.has(node)) continue;
      seen.add(node);
      silence(node);
      if (isElement(node)) left.push(...Object.values(node.props));
      else if (isList(node)) for (const item of node) left.push(item);
    } catch {
      // It throws when it is asked what it holds; the others may not.
    }
  }
}

/** False for texts, and for tags that have nothing but texts: nearly all are like that. */
function mayHold(node: unknown): boolean {
  if (!isElement(node)) return isObject(node);
  for (const name in node.props) if (isObject(node.props[name])) return true;
  return false;
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null;
