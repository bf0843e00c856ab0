/**
 * Reports elements that are not allowed where they are, and tags that are no elements.
 * @module
 */
import type { JSX, Props, Source } from '../../../jsx-runtime/element.ts';
import { expectedInside, unknownElement } from '../../elements/element-facts.ts';
import { DebugNode } from '../explain/debug-tree.ts';
import { ignoreRejectionsInProps } from '../ignore-rejections.ts';
import type { CompiledElement } from '../output/compiled-element.ts';
import type { PrintState } from '../output/print-state.ts';

/** Checks an element whose bit is not among those of its parent: the root, an undocumented child, one of the user's own elements. */
export function checkNesting(state: PrintState, { name }: CompiledElement): void {
  const { parent } = state;
  if (parent === undefined) {
    if (name !== 'Response') state.reportError('E_ROOT', { received: `<${name}>` });
    else if (++state.job.roots > 1) state.reportError('E_ROOT', { received: 'more than one' });
    return;
  }
  const evidence = parent.definition.holds.get(name);
  if (evidence === 'docs') return;
  const facts = { element: name, parent: parent.name, expected: expectedInside(parent.definition) };
  if (evidence === 'sdk') state.reportWarning('E_SDK_NESTING', facts);
  else state.reportError('E_NESTING', facts);
}

/** Reports a tag that is neither an element nor a component. */
export function rejectElement(
  state: PrintState,
  type: JSX.ElementType | undefined,
  props: Props,
  source: Source | undefined,
): void {
  ignoreRejectionsInProps(props, state.job);
  // An imported namespace has no prototype, so String() would throw.
  const name = typeof type === 'object' ? Object.prototype.toString.call(type) : String(type);
  const outer = state.debugNode;
  if (outer !== undefined) {
    state.debugNode = new DebugNode(name, source, outer, undefined, []);
    // Rules count it as a child: a <Dial> with a misspelt <Number> does call somebody.
    outer.content.push(state.debugNode);
  }
  state.reportError(
    'E_ELEMENT',
    unknownElement(name, 'use an element of Plivo, or declare it with defineElement'),
  );
  state.debugNode = outer;
}
