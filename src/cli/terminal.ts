/**
 * Text from outside on its way to a terminal: it must not steer it, write lines of its own, or turn the direction of what
 * stands after it.
 * @module
 */

// Control characters (with DEL and those from U+0080 on), the separators of Unicode, and what overrides a direction.
const unsafe = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

const withoutLines = (character: string) => (character === '\n' || character === '\t' ? character : ' ');

/** A text as one line. */
export const oneLine = (text: string): string => text.replace(unsafe, ' ');

/** A text of ours that may have several lines. */
export const inLines = (text: string): string => text.replace(unsafe, withoutLines);

/** JSON for a program, which a person may see as well: nothing is lost, and a string stays what it was. */
export const asJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, undefined, indent).replace(unsafe, (character) =>
    character === '\n' ? character : `\\u${hex(character).padStart(4, '0')}`,
  );

/** A document: each such character as a reference to it, which says the same. */
export const asXml = (xml: string): string =>
  xml.replace(unsafe, (character) =>
    character === '\n' || character === '\t' ? character : `&#x${hex(character)};`,
  );

const hex = (character: string) => character.codePointAt(0)!.toString(16);
