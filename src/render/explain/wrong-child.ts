/**
 * Children that are neither text nor an element, and how errors show them.
 * @module
 */
import type { FactsOf } from '../../errors.ts';
import { isList } from '../node-kind.ts';
import { isPromise } from '../promise.ts';

/** A value in words. Of an object only the keys are shown, because its values may come from a caller. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === 'bigint') return 'a bigint';
  if (typeof value === 'function') return `a function (${value.name || 'without a name'})`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (isPromise(value)) return 'a promise';
  return isList(value) ? 'a list' : `an object with the keys {${keysOf(value).slice(0, 8).join(', ')}}`;
}

/** The keys of an object; none when a Proxy throws. */
function keysOf(value: object): string[] {
  try {
    return Object.keys(value);
  } catch {
    return [];
  }
}

/** Facts about a child that is neither text nor an element. */
export function wrongChild(element: string, child: unknown): FactsOf<'E_CHILD'> {
  const received = shown(child);
  const keys = typeof child === 'object' && child !== null ? keysOf(child) : [];
  const suggestion =
    received === 'a promise'
      ? 'await it first; components may be async'
      : typeof child === 'function'
        ? 'call it, or write it as a tag'
        : keys.length > 0
          ? `pass one of its fields, for example {value.${keys[0]}}`
          : 'pass a text, a number or an element';
  return { element, received, suggestion };
}
