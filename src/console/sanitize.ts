/**
 * Makes text safe to print on a terminal. Text from outside must not send control sequences, begin lines of its own or change
 * the direction of the text after it.
 * @module
 */

// Control characters (with DEL and those from U+0080 on), line separators of Unicode, and marks that override a direction.
const unsafe = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

const keepLayout = (replace: (character: string) => string) => (character: string) =>
  character === '\n' || character === '\t' ? character : replace(character);

/** A text as one line. */
export const oneLine = (text: string): string => text.replace(unsafe, ' ');

/** A text that keeps its line breaks and tabs. */
export const multiLine = (text: string): string =>
  text.replace(
    unsafe,
    keepLayout(() => ' '),
  );

/** A text whose further lines are indented, so that none looks like a message of its own. */
export const indented = (text: string, spaces: number): string =>
  multiLine(text).replaceAll('\n', `\n${' '.repeat(spaces)}`);

/** JSON whose strings keep their value: unsafe characters are escaped. */
export const asJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, undefined, indent).replace(unsafe, (character) =>
    character === '\n' ? character : `\\u${hex(character).padStart(4, '0')}`,
  );

/** XML that keeps its content: unsafe characters become character references. */
export const asXml = (xml: string): string =>
  xml.replace(
    unsafe,
    keepLayout((character) => `&#x${hex(character)};`),
  );

const hex = (character: string) => character.codePointAt(0)!.toString(16);
