/**
 * Rejections that nobody will handle: of promises in props, and in values that a document does not use. Node ends the process
 * on an unhandled rejection.
 * @module
 */
import { types } from 'node:util';
import { JsxElement, type Props } from '../../jsx-runtime/element.ts';
import { isElement, isList, isObject } from './node-kind.ts';
import { onSettled } from './promise.ts';

/** Limit of values that one search inspects: a getter or Proxy may return new objects without end. */
const maxInspected = 100_000;

/**
 * Ignores the rejections of a promise and of all promises inside a value: in trees, lists, plain objects and errors.
 *
 * @param visited objects that were searched before; components pass their children on, so most trees are met several times
 */
export function ignoreRejections(value: unknown, visited: Set<unknown> = new Set()): void {
  const pending = [value];
  for (let inspected = 0; pending.length > 0 && inspected < maxInspected; inspected++) {
    const next = pending.pop();
    const inner = valuesInside(next);
    if (inner === undefined || visited.has(next)) continue;
    visited.add(next);
    // The result of a promise may contain other promises.
    onSettled(next, (result) => ignoreRejections(result));
    for (const item of inner) pending.push(item);
  }
}

/** The values inside an object that may be or contain promises; undefined when there are none, as in most elements. */
function valuesInside(value: unknown): readonly unknown[] | undefined {
  if (!isObject(value)) return undefined;
  try {
    if (isElement(value)) return objectsIn(value.props);
    if (isList(value)) return value.filter(isObject);
    if (types.isPromise(value)) return [];
    if (!isSearched(value)) return undefined;
    // Getters are not called: they could start work that nobody asked for.
    return Object.values(Object.getOwnPropertyDescriptors(value)).map(({ value: inner }): unknown => inner);
  } catch (error) {
    // A Proxy threw. What it threw may contain a promise as well.
    return [error];
  }
}

/** Plain objects, and errors because of their causes. An instance of another class handles its own promises. */
function isSearched(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || types.isNativeError(value);
}

/** The objects among props; undefined when there are none. A getter that throws does not stop the search. */
function objectsIn(props: Props): unknown[] | undefined {
  let objects: unknown[] | undefined;
  for (const name in props) {
    try {
      const value = props[name];
      if (isObject(value)) (objects ??= []).push(value);
    } catch (error) {
      // The component that reads this prop throws too, and that is reported.
      (objects ??= []).push(error);
    }
  }
  return objects;
}

/** Objects that are searched without remembering them. Beyond it they are remembered, so that nested wrappers stay linear. */
const maxForgotten = 1_000;

/** A list nested deeper than this may contain itself. */
const maxDepth = 20;

/** Progress of the searches in one document. */
export interface SearchState {
  searched: number;
  visited: Set<unknown> | undefined;
}

/**
 * Ignores the rejections of all promises in the props of a component, which may await them late or never.
 *
 * This runs before each component, so it allocates nothing: {@link ignoreRejections} takes over where a value is unusual.
 */
export function ignoreRejectionsInProps(props: Props, state: SearchState): void {
  try {
    searchProps(props, state, 0);
  } catch {
    ignoreRejections(objectsIn(props), (state.visited ??= new Set()));
  }
}

function searchProps(props: Props, state: SearchState, depth: number): void {
  for (const name in props) {
    const value = props[name];
    if (typeof value === 'object' && value !== null) search(value, state, depth);
  }
}

function search(value: object, state: SearchState, depth: number): void {
  if (++state.searched > maxForgotten || depth > maxDepth) {
    ignoreRejections(value, (state.visited ??= new Set()));
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === JsxElement.prototype) {
    searchProps((value as JsxElement).props, state, depth + 1);
  } else if (prototype === Object.prototype) {
    // One descriptor takes 26 ns, reading a property 4 ns; but a getter must not be called.
    for (const name in value) {
      const inner: unknown = Object.getOwnPropertyDescriptor(value, name)?.value;
      if (typeof inner === 'object' && inner !== null) search(inner, state, depth + 1);
    }
  } else if (Array.isArray(value)) {
    for (const inner of value as unknown[])
      if (typeof inner === 'object' && inner !== null) search(inner, state, depth + 1);
  } else {
    ignoreRejections(value);
  }
}
