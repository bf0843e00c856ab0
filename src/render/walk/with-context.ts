/**
 * `<WithContext>`: what is inside sees other values in its context.
 * @module
 */
import type { Node, Props } from '../../../jsx-runtime/element.ts';
import type { Context } from '../context.ts';
import type { PrintState } from '../output/print-state.ts';

/** The props of {@link WithContext}. */
export interface WithContextProps {
  /** The values that components inside see; all others stay as they are around it. */
  readonly values: Partial<Context>;
  /** What is printed with this context. */
  readonly children?: Node;
}

/**
 * Gives the components inside it other values of their context, such as a language.
 *
 * @example
 * ```tsx
 * import { WithContext, type Node } from 'plivo-jsx';
 *
 * const InSpanish = ({ children }: { children?: Node }) => (
 *   <WithContext values={{ language: 'es' }}>{children}</WithContext>
 * );
 * ```
 */
export const WithContext = ({ children }: WithContextProps): Node => children;

/** The context inside of a {@link WithContext}. The one around it is its prototype: it may have getters. */
export const innerContext = (context: Context, values: Partial<Context>): Context =>
  Object.create(context, Object.getOwnPropertyDescriptors(values)) as Context;

/** Prints what is inside; `print` is the walk itself. */
export function printWithContext(
  state: PrintState,
  { values, children }: Props,
  print: (state: PrintState, node: unknown) => void,
): void {
  const outer = state.context;
  state.context = innerContext(outer, values as Partial<Context>);
  print(state, children);
  state.context = outer;
}
