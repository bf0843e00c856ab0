/**
 * The text of a prompt, as it is spoken at its place.
 * @module
 */
import type { Context } from '../render/context.ts';
import { ignoreRejection, isPromise } from '../render/promise.ts';
import { isElement, isList } from '../render/node-kind.ts';
import { maxDepth } from '../render/validate/limits.ts';
import { innerContext, WithContext } from '../render/walk/with-context.ts';

/** A component that returns itself is left to the walk, which reports it: two of them would go on for ever here. */
const mostComponents = maxDepth;

/** The text of a node; without that of components that are async or fail, which the walk reports. */
export function textIn(node: unknown, context: Context, ran = { count: 0 }): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (isList(node)) return node.map((item) => textIn(item, context, ran)).join('');
  if (!isElement(node)) return '';
  const { type, props } = node;
  const { children, values } = props;
  if (typeof type !== 'function' || 'definition' in type) return `${textIn(children, context, ran)} `;
  if (type === WithContext) return textIn(children, innerContext(context, values as Partial<Context>), ran);
  if (++ran.count > mostComponents) return '';
  try {
    const result = (type as (props: unknown, context: Context) => unknown)(props, context);
    if (isPromise(result)) ignoreRejection(result);
    return textIn(result, context, ran);
  } catch {
    return '';
  }
}
