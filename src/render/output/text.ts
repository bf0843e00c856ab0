/**
 * Text between tags: where it is allowed, how much of it, and in which format.
 * @module
 */
import type { ElementDefinition } from '../../elements/define-element.ts';
import type { Link } from '../../elements/url.ts';
import { textInside, wrongContent } from '../explain/explain.ts';
import type { CompiledElement } from './compiled-element.ts';
import { escapeText, hadIllegalCharacter } from './escape.ts';
import type { PrintState } from './print-state.ts';
import { finalUrl } from './final-url.ts';

/** Less than no characters left: text was cut already, and that was reported. */
const cutAlready = -1;

/** Writes text, or keeps it when the text of the element is being collected. */
export function printText(state: PrintState, text: string): void {
  const { parent } = state;
  if (state.collectedText !== undefined) {
    state.collectedText += text;
  } else if (parent === undefined || parent.content !== 'text+elements') {
    checkBlank(state, text);
  } else if (text.length > state.charactersLeft) {
    writeText(state, parent, cut(state, text, parent));
  } else {
    state.charactersLeft -= text.length;
    writeText(state, parent, text);
  }
}

function writeText(state: PrintState, { name }: CompiledElement, text: string): void {
  if (state.debugNode !== undefined) state.debugNode.content.push(text);
  const escaped = escapeText(text);
  state.xml += escaped;
  if (escaped !== text && hadIllegalCharacter()) state.reportWarning('E_CHARACTER', { element: name });
}

/** Writes the text of an element whose only child is a string. Returns false when {@link printText} has to check it. */
export function printOnlyChild(state: PrintState, element: CompiledElement, text: string): boolean {
  if (element.content === 'elements' || state.collectedText !== undefined) return false;
  if (element.content === 'text') {
    printFormattedText(state, element, text);
    return true;
  }
  if (text.length > (element.maxCharacters ?? state.charactersLeft)) return false;
  if (element.maxCharacters === undefined) state.charactersLeft -= text.length;
  writeText(state, element, text);
  return true;
}

/** White space is allowed anywhere, and is not written. */
function checkBlank(state: PrintState, text: string): void {
  if (text.trim() === '') return;
  if (state.parent === undefined) state.reportError('E_ROOT', { received: 'text' });
  else state.reportError('E_TEXT', textInside(state.parent.definition, text));
}

function cut(state: PrintState, text: string, { name }: CompiledElement): string {
  const { charactersLeft } = state;
  if (charactersLeft === cutAlready) return '';
  state.charactersLeft = cutAlready;
  state.reportWarning('E_LONG', { element: name });
  // Half of a surrogate pair would become a space.
  return text.slice(0, charactersLeft).replace(/[\ud800-\udbff]$/, '');
}

/** Writes the text of an element that takes only text in one format. */
export function printFormattedText(
  state: PrintState,
  { definition }: CompiledElement,
  text: string,
  link?: Link,
): void {
  const { content, name } = definition;
  const { baseUrl } = state.context;
  if (state.debugNode !== undefined) state.debugNode.content.push(text);
  const isBlank = text.trim() === '';
  if (isBlank && content.required) {
    if (state.debugNode !== undefined) state.debugNode.isTextRejected = true;
    state.reportError('E_EMPTY', { element: name, expected: content.expected });
  }
  const printed = isBlank || content.print === undefined ? text : content.print(text.trim(), baseUrl);
  if (printed === undefined) {
    if (state.debugNode !== undefined) state.debugNode.isTextRejected = true;
    state.reportError('E_CONTENT', wrongContent(definition, text, baseUrl));
  }
  state.xml += escapeText(finalText(state, definition, printed ?? text, link));
}

/** Replaces what must be redacted, and resolves an address. */
function finalText(
  state: PrintState,
  { name, content }: ElementDefinition,
  text: string,
  link?: Link,
): string {
  if (content.isPrivate === true && state.job.isRedacted) return '[hidden]';
  if (content.urlKind === undefined) return text;
  return finalUrl(state, name, undefined, content.urlKind, link ?? text, text);
}
