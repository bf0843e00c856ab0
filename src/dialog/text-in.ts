/**
 * The text of a prompt, as it is spoken at its place.
 * @module
 */
import type { Context } from '../render/context.ts';
import { ignoreRejection, isPromise } from '../render/promise.ts';
import { isElement, isList } from '../render/node-kind.ts';
import { innerContext, WithContext } from '../render/walk/with-context.ts';

/** The text of a node; without that of components that are async or fail, which the walk reports. */
export function textIn(node: unknown, context: Context): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (isList(node)) return node.map((item) => textIn(item, context)).join('');
  if (!isElement(node)) return '';
  const { type, props } = node;
  const { children, values } = props;
  if (typeof type !== 'function' || 'definition' in type) return `${textIn(children, context)} `;
  if (type === WithContext) return textIn(children, innerContext(context, values as Partial<Context>));
  try {
    const result = (type as (props: unknown, context: Context) => unknown)(props, context);
    if (isPromise(result)) ignoreRejection(result);
    return textIn(result, context);
  } catch {
    return '';
  }
}
