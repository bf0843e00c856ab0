/**
 * Text between tags: where it may stand, how much of it, and of what shape.
 * @module
 */
import type { ElementDefinition } from '../../elements/define-element.ts';
import type { Link } from '../../elements/url.ts';
import { escapeText, heldIllegal } from './escape.ts';
import { textInside, wrongContent } from '../explain/explain.ts';
import type { PrintState } from '../walk/print-state.ts';
import { resolveLink } from './resolve-link.ts';
import type { CompiledElement } from './compiled-element.ts';

/** Less than no room: text was cut already, and that is told once. */
const full = -1;

/** Prints a text, or keeps it for the element that gathers. */
export function printText(part: PrintState, text: string): void {
  if (part.gathering) {
    part.gathered += text;
  } else if (part.holder === undefined || part.holder.content !== 'text+elements') {
    checkBlank(part, text);
  } else if (text.length > part.charactersLeft) {
    say(part, part.holder, cut(part, text, part.holder));
  } else {
    part.charactersLeft -= text.length;
    say(part, part.holder, text);
  }
}

function say(part: PrintState, tag: CompiledElement, text: string): void {
  if (part.outline !== undefined) part.outline.content.push(text);
  const escaped = escapeText(text);
  part.write(escaped);
  if (escaped !== text && heldIllegal()) part.warning('E_CHARACTER', { element: tag.definition.name });
}

/** Prints the text of an element that holds nothing else; false when that needs a second look. */
export function printWhole(part: PrintState, tag: CompiledElement, text: string): boolean {
  if (tag.content === 'elements' || part.gathering) return false;
  if (tag.content === 'text') {
    printShape(part, tag, text);
    return true;
  }
  if (text.length > (tag.mostCharacters ?? part.charactersLeft)) return false;
  if (tag.mostCharacters === undefined) part.charactersLeft -= text.length;
  say(part, tag, text);
  return true;
}

/** White space may stand anywhere, and is not printed. */
function checkBlank(part: PrintState, text: string): void {
  if (text.trim() === '') return;
  if (part.holder === undefined) part.problem('E_ROOT', { received: 'text' });
  else part.problem('E_TEXT', textInside(part.holder.definition));
}

function cut(part: PrintState, text: string, { definition }: CompiledElement): string {
  const room = part.charactersLeft;
  if (room === full) return '';
  part.charactersLeft = full;
  part.warning('E_LONG', { element: definition.name });
  // Half of a surrogate pair would become a space.
  return text.slice(0, room).replace(/[\ud800-\udbff]$/, '');
}

/** Prints the whole text of an element that takes nothing but text of one shape. */
export function printShape(
  part: PrintState,
  { definition }: CompiledElement,
  text: string,
  link?: Link,
): void {
  const { content, name } = definition;
  const { baseUrl } = part.job.context;
  if (part.outline !== undefined) part.outline.content.push(text);
  const isBlank = text.trim() === '';
  if (isBlank && content.required) part.problem('E_EMPTY', { element: name, expected: content.expected });
  const printed = isBlank || content.print === undefined ? text : content.print(text.trim(), baseUrl);
  if (printed === undefined) part.problem('E_CONTENT', wrongContent(definition, text, baseUrl));
  part.write(escapeText(finalText(part, definition, printed ?? text, link)));
}

/** The text as it goes out: an address in its final form, and on debug pages nothing that tells who is called. */
function finalText(
  part: PrintState,
  { name, content }: ElementDefinition,
  text: string,
  link?: Link,
): string {
  if (content.isPrivate === true && part.job.isRedacted) return '[hidden]';
  if (content.urlKind === undefined) return text;
  return resolveLink(part, name, undefined, content.urlKind, link ?? text, text);
}
