/**
 * The kind of a child. A Proxy may throw when it is inspected; a value that throws is of none of these kinds.
 * @module
 */
import { elementMark, JsxElement } from '../../jsx-runtime/element.ts';
import { Link } from '../elements/url.ts';

export function isElement(value: unknown): value is JsxElement {
  try {
    return value instanceof JsxElement;
  } catch {
    return false;
  }
}

/** Whether a value is an element that another copy of plivo-jsx made. */
export function isForeignElement(value: unknown): boolean {
  try {
    return isObject(value) && elementMark in value && !(value instanceof JsxElement);
  } catch {
    return false;
  }
}

export function isList(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

export function isLink(value: unknown): value is Link {
  try {
    return value instanceof Link;
  } catch {
    return false;
  }
}

export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
