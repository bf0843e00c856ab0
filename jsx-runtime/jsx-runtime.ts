/**
 * The functions that `"jsx": "react-jsx"` compiles tags to. You configure this module, you do not import it.
 * @module
 */
import { JsxElement, type JSX, type Node, type Props } from './element.ts';

export type { JSX } from './element.ts';

/** Makes an element; TypeScript calls it for `<Tag>…</Tag>`. */
export function jsx(type: JSX.ElementType, props: Props): JsxElement {
  return new JsxElement(type, props, undefined);
}

/** The same for a tag with several children. */
export const jsxs = jsx;

/**
 * `<>…</>`: several nodes where one is expected. With its name it takes a key, as items of a list often have.
 *
 * @example
 * ```tsx
 * import { Fragment, Speak, Wait } from 'plivo-jsx';
 *
 * const lines = ['One', 'Two'].map((line) => (
 *   <Fragment key={line}>
 *     <Speak>{line}</Speak>
 *     <Wait length={1} />
 *   </Fragment>
 * ));
 * ```
 */
export function Fragment(props: { readonly children?: Node }): Node {
  return props.children;
}
