/**
 * The end of a document: a dialog and a `<Forward>` never fall through, so nothing may stand after them.
 * @module
 */
import type { Node } from '../../../jsx-runtime/element.ts';
import type { PrintState } from '../output/print-state.ts';

/** Where a document ends. */
export interface End {
  /** The component after which nothing runs. */
  readonly component: string;
  /** Whether what follows is left out without a report. */
  readonly isSilent: boolean;
}

/** Prints nothing, and ends the document: in development an element after it is an error, with its place. */
export const EndOfDocument = (_props: { readonly component: string }): Node => undefined;

/** Remembers the end. Inside of another element, such as `<GetDigits>`, there is none. */
export function endDocument(state: PrintState, component: string, isSilent: boolean): void {
  if (state.parent?.name === 'Response') state.ended = { component, isSilent };
}

/** Reports an element after the end. A caller loses nothing, so production serves the document. */
export function checkEnd(state: PrintState, element: string): void {
  const { ended, parent, debugNode } = state;
  if (ended === undefined || debugNode === undefined || parent?.name !== 'Response') return;
  state.reportError('E_AFTER', { element, component: ended.component });
}
