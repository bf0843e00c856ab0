/**
 * The end of a document: a dialog and a `<Forward>` never fall through, so nothing may stand after them.
 * @module
 */
import type { Node } from '../../../jsx-runtime/element.ts';
import type { PrintState } from '../output/print-state.ts';

/** Prints nothing, and ends the document: in development an element after it is an error, with its place. */
export const EndOfDocument = (_props: { readonly component: string }): Node => undefined;

/** Leaves out what follows. Inside of another element, such as `<GetDigits>`, nothing ends. */
export function leaveOutRest(state: PrintState): void {
  if (state.parent?.name === 'Response') state.isEnded = true;
}

/**
 * Remembers which component has ended the document. An element after it may be printed before it, when the component is async,
 * so it is looked for in the whole debug tree. A caller loses nothing: production leaves it out, or serves it unheard.
 */
export function endDocument(state: PrintState, component: string): void {
  if (state.parent?.name !== 'Response' || state.debugNode === undefined) return;
  state.isEnded = false;
  state.debugNode.content.push({ endedBy: component });
}
