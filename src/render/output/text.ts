/**
 * Text between tags: where it is allowed, how long it may be, and its shape.
 * @module
 */
import type { ElementDefinition } from '../../elements/define-element.ts';
import type { Link } from '../../elements/url.ts';
import { escapeText, heldIllegal } from './escape.ts';
import { textInside, wrongContent } from '../explain/explain.ts';
import type { PrintState } from '../walk/print-state.ts';
import { resolveLink } from './resolve-link.ts';
import type { CompiledElement } from './compiled-element.ts';

/** Marks that text was cut already: that is reported once. */
const full = -1;

/** Prints a text, or collects it. */
export function printText(state: PrintState, text: string): void {
  if (state.gathering) {
    state.gathered += text;
  } else if (state.holder === undefined || state.holder.content !== 'text+elements') {
    checkBlank(state, text);
  } else if (text.length > state.charactersLeft) {
    say(state, state.holder, cut(state, text, state.holder));
  } else {
    state.charactersLeft -= text.length;
    say(state, state.holder, text);
  }
}

function say(state: PrintState, tag: CompiledElement, text: string): void {
  if (state.debugNode !== undefined) state.debugNode.content.push(text);
  const escaped = escapeText(text);
  state.write(escaped);
  if (escaped !== text && heldIllegal()) state.warning('E_CHARACTER', { element: tag.definition.name });
}

/** Prints the text of an element with no other content; false when the general way is needed. */
export function printWhole(state: PrintState, tag: CompiledElement, text: string): boolean {
  if (tag.content === 'elements' || state.gathering) return false;
  if (tag.content === 'text') {
    printShape(state, tag, text);
    return true;
  }
  if (text.length > (tag.mostCharacters ?? state.charactersLeft)) return false;
  if (tag.mostCharacters === undefined) state.charactersLeft -= text.length;
  say(state, tag, text);
  return true;
}

/** White space is allowed anywhere, and not printed. */
function checkBlank(state: PrintState, text: string): void {
  if (text.trim() === '') return;
  if (state.holder === undefined) state.problem('E_ROOT', { received: 'text' });
  else state.problem('E_TEXT', textInside(state.holder.definition));
}

function cut(state: PrintState, text: string, { definition }: CompiledElement): string {
  const room = state.charactersLeft;
  if (room === full) return '';
  state.charactersLeft = full;
  state.warning('E_LONG', { element: definition.name });
  // Half of a surrogate pair would become a space.
  return text.slice(0, room).replace(/[\ud800-\udbff]$/, '');
}

/** Prints the text of an element that takes text of one shape only. */
export function printShape(
  state: PrintState,
  { definition }: CompiledElement,
  text: string,
  link?: Link,
): void {
  const { content, name } = definition;
  const { baseUrl } = state.job.context;
  if (state.debugNode !== undefined) state.debugNode.content.push(text);
  const isBlank = text.trim() === '';
  if (isBlank && content.required) state.problem('E_EMPTY', { element: name, expected: content.expected });
  const printed = isBlank || content.print === undefined ? text : content.print(text.trim(), baseUrl);
  if (printed === undefined) state.problem('E_CONTENT', wrongContent(definition, text, baseUrl));
  state.write(escapeText(finalText(state, definition, printed ?? text, link)));
}

/** The final text: a resolved URL, or a placeholder for a phone number on a debug page. */
function finalText(
  state: PrintState,
  { name, content }: ElementDefinition,
  text: string,
  link?: Link,
): string {
  if (content.isPrivate === true && state.job.isRedacted) return '[hidden]';
  if (content.urlKind === undefined) return text;
  return resolveLink(state, name, undefined, content.urlKind, link ?? text, text);
}
