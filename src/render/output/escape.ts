/**
 * Escaping: a document stays well-formed for any string, and a parser reads back that string.
 * @module
 */

// Most texts need no escaping, so one expression is tested first. Both list the characters that stay as they are: fewer ranges are
// faster than a list of those that change.
const unsafeInText = /[^\t\n -%'-;=?-\ud7ff\ue000-\ufffd]/g;
const unsafeInAttribute = /[^ !#-%'-;=?-\ud7ff\ue000-\ufffd]/g;

/** Replaces a character that XML 1.0 does not allow. */
const illegal = ' ';

/** The replacement of each character up to `>`, by its code; undefined for one that stays as it is. */
type Replacements = readonly (string | undefined)[];

const inText = replacements({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' });
const inAttribute = replacements({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
});

function replacements(written: { readonly [character: string]: string }): Replacements {
  return Array.from({ length: 0x3f }, (_, unit) => {
    const isLegal = unit >= 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
    return written[String.fromCharCode(unit)] ?? (isLegal ? undefined : illegal);
  });
}

/** Escapes text between tags. Characters that XML 1.0 does not allow become spaces. */
export function escapeText(text: string): string {
  return unsafeInText.test(text) ? escapeFrom(indexOfMatch(unsafeInText), text, inText) : text;
}

/** Escapes the value of an attribute. White space becomes a character reference, because a parser turns it into a space. */
export function escapeAttribute(text: string): string {
  return unsafeInAttribute.test(text) ? escapeFrom(indexOfMatch(unsafeInAttribute), text, inAttribute) : text;
}

/** The index of the match that a global expression found. Resets the expression for the next text. */
function indexOfMatch(expression: RegExp): number {
  const at = expression.lastIndex - 1;
  expression.lastIndex = 0;
  return at;
}

// Set while escaping: a second scan of each escaped text would take as long as printing its tags.
let metIllegal = false;

/** Whether the text that was last changed by escaping had a character that XML 1.0 does not allow. */
export const hadIllegalCharacter = () => metIllegal;

function escapeFrom(first: number, text: string, replaced: Replacements): string {
  metIllegal = false;
  let out = '';
  let from = 0;
  for (let at = first; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // Letters: nearly all characters.
    if (unit > 0x3e && unit < 0xd800) continue;
    if (unit >= 0xd800 && unit <= 0xdbff && isLowSurrogate(text.charCodeAt(at + 1))) {
      at++;
      continue;
    }
    const replacement = unit > 0x3e ? aboveLetters(unit) : replaced[unit];
    if (replacement === undefined) continue;
    if (replacement === illegal) metIllegal = true;
    out += text.slice(from, at) + replacement;
    from = at + 1;
  }
  return out + text.slice(from);
}

const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** Above the letters, XML 1.0 does not allow half a surrogate pair, U+FFFE and U+FFFF. */
const aboveLetters = (unit: number) => (unit <= 0xdfff || unit >= 0xfffe ? illegal : undefined);
