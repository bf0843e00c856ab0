/**
 * Checks whether an element is allowed in its place.
 * @module
 */
import type { JSX, Props, Source } from '../../../jsx-runtime/element.ts';
import { expectedInside, unknownElement } from '../explain/explain.ts';
import { DebugNode } from '../explain/debug-tree.ts';
import type { PrintState } from '../walk/print-state.ts';
import { silenceProps } from '../walk/promise.ts';
import type { CompiledElement } from '../output/compiled-element.ts';

/** Checks the root, custom elements, and elements that the fast check does not allow. */
export function checkPlace(state: PrintState, { definition }: CompiledElement): void {
  const { name } = definition;
  if (state.holder !== undefined) {
    const holder = state.holder.definition;
    const evidence = holder.holds.get(name);
    if (evidence === 'docs') return;
    const facts = { element: name, parent: holder.name, expected: expectedInside(holder) };
    if (evidence === 'sdk') state.warning('E_SDK_NESTING', facts);
    else state.problem('E_NESTING', facts);
  } else if (name !== 'Response') state.problem('E_ROOT', { received: `<${name}>` });
  else if (++state.job.roots > 1) state.problem('E_ROOT', { received: 'more than one' });
}

/** Reports a tag that is neither an element nor a component. */
export function refuseElement(
  state: PrintState,
  type: JSX.ElementType | undefined,
  props: Props,
  source: Source | undefined,
): void {
  silenceProps(props, state.job);
  // An imported namespace has no prototype, so String() would throw.
  const name = typeof type === 'object' ? Object.prototype.toString.call(type) : String(type);
  const outer = state.debugNode;
  if (outer !== undefined) {
    state.debugNode = new DebugNode(name, source, outer, undefined, []);
    // It counts as a child: a <Dial> with a misspelt <Number> is not empty.
    outer.content.push(state.debugNode);
  }
  state.problem('E_ELEMENT', unknownElement(name));
  state.debugNode = outer;
}
