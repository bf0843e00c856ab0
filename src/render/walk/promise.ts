/**
 * Promises in a document: results of async components, and rejections that nobody handles.
 * @module
 */
import { types } from 'node:util';
import { JsxElement, type Props } from '../../../jsx-runtime/element.ts';
import { isElement, isList } from './node-kind.ts';

/** True for the result of an async component; false for a value that throws on access. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  if (typeof value !== 'object' || value === null) return false;
  try {
    return typeof (value as { then?: unknown }).then === 'function';
  } catch {
    return false;
  }
}

const ignore = () => {};

/** Ignores the rejection of a promise that is awaited elsewhere later: until then it would count as unhandled. */
export const silence = (value: unknown): void => handle(value, ignore);

/**
 * Observes how a promise settles. Other thenables start when `then` is called, so they cannot reject before.
 */
function handle(value: unknown, onEnd: (end: unknown) => void): void {
  try {
    // The promise may have its own `then`.
    if (types.isPromise(value)) void Promise.prototype.then.call(value, onEnd, onEnd);
  } catch {
    // The constructor of a promise subclass may throw.
  }
}

/** The most values that are searched: a value that creates itself on each access has no end. */
const most = 100_000;

/**
 * Ignores the rejections of all promises in a value that will not be used: a tree, lists, plain objects, errors. A rejection
 * would end the process.
 *
 * @param seen values that were searched before; components pass their children on
 */
export function silenceAll(tree: unknown, seen: Set<unknown> = new Set()): void {
  const left = [tree];
  for (let looks = 0; left.length > 0 && looks < most; looks++) {
    const node = left.pop();
    const inside = insideOf(node);
    if (inside === undefined || seen.has(node)) continue;
    seen.add(node);
    // The result of a promise may hold further promises.
    handle(node, (end) => silenceAll(end));
    for (const item of inside) left.push(item);
  }
}

/** The values inside a value that may hold a promise; undefined when there are none, as for most elements. */
function insideOf(node: unknown): readonly unknown[] | undefined {
  if (!isObject(node)) return undefined;
  try {
    if (isElement(node)) return objectsOf(node.props);
    if (isList(node)) return node.filter(isObject);
    if (types.isPromise(node) || !isPlain(node)) return types.isPromise(node) ? [] : undefined;
    // Getters are not called: their result would only exist because of the call.
    return Object.values(Object.getOwnPropertyDescriptors(node)).map(({ value }): unknown => value);
  } catch (error) {
    // This value throws on access; others may not.
    return [error];
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Errors hold causes. Instances of classes are not searched: they may reference a whole program. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || value instanceof Error;
}

/** The props that are objects; undefined when there are none. A prop that throws does not hide the others. */
function objectsOf(props: Props): unknown[] | undefined {
  let objects: unknown[] | undefined;
  for (const name in props) {
    try {
      const value = props[name];
      if (isObject(value)) (objects ??= []).push(value);
    } catch (error) {
      // The next access throws as well, and is reported.
      (objects ??= []).push(error);
    }
  }
  return objects;
}

/** Up to this number, values are searched without remembering them; beyond it nested wrappers would take quadratic time. */
const mostAlone = 1_000;

/** Below this depth a list may contain itself. */
const deepest = 20;

/** The state of the search in one document. */
export interface Looked {
  looks: number;
  silenced: Set<unknown> | undefined;
}

/** Ignores rejections in the props of a component, which may use them late or never. Most props are texts. */
export function silenceProps(props: Props, looked: Looked): void {
  try {
    for (const name in props) {
      const value = props[name];
      if (typeof value === 'object' && value !== null) look(value, looked, 0);
    }
  } catch {
    silenceAll(objectsOf(props), (looked.silenced ??= new Set()));
  }
}

function look(value: object, looked: Looked, depth: number): void {
  if (++looked.looks > mostAlone || depth > deepest)
    return silenceAll(value, (looked.silenced ??= new Set()));
  if (value instanceof JsxElement) {
    const { props } = value;
    for (const name in props) {
      const inner = props[name];
      if (typeof inner === 'object' && inner !== null) look(inner, looked, depth + 1);
    }
  } else if (Array.isArray(value)) {
    for (const inner of value as unknown[])
      if (typeof inner === 'object' && inner !== null) look(inner, looked, depth + 1);
  } else if (value instanceof Promise) silence(value);
  else if (isPlain(value)) {
    for (const name of Object.keys(value)) {
      const inner: unknown = Object.getOwnPropertyDescriptor(value, name)?.value;
      if (typeof inner === 'object' && inner !== null) look(inner, looked, depth + 1);
    }
  }
}
