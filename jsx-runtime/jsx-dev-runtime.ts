/**
 * The function that `"jsx": "react-jsxdev"` compiles tags to: as `jsx`, and it keeps where each tag was written.
 * @module
 */
import { JsxElement, type JSX, type Props, type Source } from './element.ts';

export type { JSX } from './element.ts';
export { Fragment } from './jsx-runtime.ts';

/** Makes an element that knows its file, line and column. */
export function jsxDEV(
  type: JSX.ElementType,
  props: Props,
  _key?: unknown,
  _isStatic?: boolean,
  source?: Source,
): JsxElement {
  return new JsxElement(type, props, source);
}
