/**
 * The function that every JSX compiler calls for a tag with a key after a spread, `<Tag {...props} key={key}>`, whatever its
 * settings. It imports the function from the root of the package.
 * @module
 */
import { JsxElement, type JSX, type Props, type Source } from './element.ts';

/**
 * Makes an element of a tag, its props and its children. Compilers call it; write a tag instead.
 *
 * @param type a component, or the name of an SSML tag
 * @param props the attributes; a `key` is left out
 * @param children what is between the tags, which takes the place of a prop `children`
 * @example
 * ```tsx
 * import { Speak } from 'plivo-jsx';
 *
 * const lines = [{ id: 'hours', children: 'We are open from 9 to 5.' }];
 * const spoken = lines.map(({ id, ...line }) => <Speak {...line} key={id} />);
 * ```
 */
export function createElement(
  type: JSX.ElementType,
  props?: Props | null,
  ...children: readonly unknown[]
): JsxElement {
  const { key: _key, __self: _self, __source: source, ...rest } = props ?? {};
  if (children.length === 0) return new JsxElement(type, rest, source as Source | undefined);
  const content = children.length === 1 ? children[0] : children;
  return new JsxElement(type, { ...rest, children: content }, source as Source | undefined);
}
