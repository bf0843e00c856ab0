/**
 * Promises where a document is printed.
 * @module
 */
import { types } from 'node:util';
import { JsxElement, type Props } from '../../../jsx-runtime/element.ts';
import { isElement, isList } from './node-kind.ts';

/** True for what an async component returns. Whatever fails when it is asked is none. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  if (typeof value !== 'object' || value === null) return false;
  try {
    return typeof (value as { then?: unknown }).then === 'function';
  } catch {
    return false;
  }
}

const ignore = () => {};

/** For a promise that another place waits for: a rejection that comes before its turn must not count as unhandled. */
export const silence = (value: unknown): void => handle(value, ignore);

/**
 * Hears of the end of a promise, whatever it is. Other things with a `then` begin when it is called, and reject nothing
 * before.
 */
function handle(value: unknown, onEnd: (end: unknown) => void): void {
  try {
    // Its own `then` may be anything.
    if (types.isPromise(value)) void Promise.prototype.then.call(value, onEnd, onEnd);
  } catch {
    // A class may make what follows a promise by a constructor that throws.
  }
}

/** More than this is not looked into: what makes itself anew with each look has no end. */
const most = 100_000;

/**
 * For what is given up, of a promise and of whatever holds one: a tree, lists, plain objects, errors. A rejection in it
 * is nobody's business any more, and would end the process.
 *
 * @param seen what was looked at before; components pass their children on, and each gives a tree up
 */
export function silenceAll(tree: unknown, seen: Set<unknown> = new Set()): void {
  const left = [tree];
  for (let looks = 0; left.length > 0 && looks < most; looks++) {
    const node = left.pop();
    const inside = insideOf(node);
    if (inside === undefined || seen.has(node)) continue;
    seen.add(node);
    // What a promise gives may hold others.
    handle(node, (end) => silenceAll(end));
    for (const item of inside) left.push(item);
  }
}

/** What may hold a promise in something; undefined for what has nothing of the kind, as nearly all tags. */
function insideOf(node: unknown): readonly unknown[] | undefined {
  if (!isObject(node)) return undefined;
  try {
    if (isElement(node)) return objectsOf(node.props);
    if (isList(node)) return node.filter(isObject);
    if (types.isPromise(node) || !isPlain(node)) return types.isPromise(node) ? [] : undefined;
    // Not by its getters: what they give would be there only because it was asked for.
    return Object.values(Object.getOwnPropertyDescriptors(node)).map(({ value }): unknown => value);
  } catch (error) {
    // It throws when it is asked what it holds; others may not.
    return [error];
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Errors hold their causes. Objects of classes may hold half a program, and its promises are its own. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || value instanceof Error;
}

/** The props that are no texts; undefined when there is none. One that throws when it is read does not hide the others. */
function objectsOf(props: Props): unknown[] | undefined {
  let objects: unknown[] | undefined;
  for (const name in props) {
    try {
      const value = props[name];
      if (isObject(value)) (objects ??= []).push(value);
    } catch (error) {
      // Whoever reads it next throws as well, and that is told.
      (objects ??= []).push(error);
    }
  }
  return objects;
}

/** Objects that are looked into one by one; from then on it is kept in mind which were, or wrappers would cost a square. */
const mostAlone = 1_000;

/** Deeper than this a list may hold itself. */
const deepest = 20;

/** What is known of a document while it is printed. */
export interface Looked {
  looks: number;
  silenced: Set<unknown> | undefined;
}

/** The same for what a component is given: it may look at that late, or never. Nearly all of it is text. */
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
