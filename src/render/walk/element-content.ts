/**
 * The content of an element: what is between its start tag and its end tag.
 * @module
 */
import type { Props } from '../../../jsx-runtime/element.ts';
import { checkLinkTarget } from '../output/attributes.ts';
import type { CompiledElement } from '../output/compiled-element.ts';
import { unlimited, type PrintState } from '../output/print-state.ts';
import { printFormattedText } from '../output/text.ts';

/** Prints any node. */
type Print = (state: PrintState, node: unknown) => void;

/** Prints the children of an element; `print` is the walk itself. */
export function printContent(
  state: PrintState,
  element: CompiledElement,
  props: Props,
  children: unknown,
  print: Print,
): void {
  const { parent } = state;
  const { maxCharacters } = element;
  state.parent = element;
  if (maxCharacters !== undefined) state.charactersLeft = maxCharacters;
  if (element.content === 'text') printTextOnly(state, element, props, children, print);
  else if (state.pretty) printIndented(state, element, children, print);
  else print(state, children);
  if (maxCharacters !== undefined) {
    if (state.textBudget !== undefined) state.textBudget.charactersLeft = state.charactersLeft;
    state.textBudget = undefined;
    state.charactersLeft = unlimited;
  }
  state.parent = parent;
}

/** Puts the end tag on its own line when there are child elements, which are on their own lines too. */
function printIndented(state: PrintState, element: CompiledElement, children: unknown, print: Print): void {
  const before = state.xml.length;
  state.indent++;
  print(state, children);
  state.indent--;
  if (element.content === 'elements' && state.xml.length > before) state.xml += newLine(state);
}

/** A line break and the indentation of the current position. */
export const newLine = ({ indent }: PrintState) => '\n' + '  '.repeat(indent);

/** Prints an element that takes only text in one format: the format applies to the whole text. */
function printTextOnly(
  state: PrintState,
  element: CompiledElement,
  props: Props,
  children: unknown,
  print: Print,
): void {
  const problemsBefore = state.debugNode?.content.length;
  state.collectedText = '';
  print(state, children);
  if (state.isReplaced) return;
  const text = state.collectedText;
  state.collectedText = undefined;
  // A child that is not text was reported already; the format of the rest means nothing then.
  if (state.debugNode?.content.length === problemsBefore)
    printFormattedText(state, element, text, state.collectedLink);
  else if (state.debugNode !== undefined) state.debugNode.isTextRejected = true;
  if (state.collectedLink === undefined) return;
  checkLinkTarget(state, element, undefined, element.definition.content.urlKind, state.collectedLink, props);
  state.collectedLink = undefined;
}
