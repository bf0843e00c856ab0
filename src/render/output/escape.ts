/**
 * Escaping: the document stays well-formed, and a parser reads the original string.
 * @module
 */

// A text is tested first: most texts need no escaping. The expression lists what must be escaped by exclusion: the engine is
// faster with fewer ranges of characters.
const unsafeInText = /[^\t\n -%'-;=?-\ud7ff\ue000-\ufffd]/g;
const unsafeInAttribute = /[^ !#-%'-;=?-\ud7ff\ue000-\ufffd]/g;

/** The replacement of a character that XML 1.0 does not allow. */
const illegal = ' ';

/** The replacement of each character, by its code; undefined for an unchanged one. It ends with `>`. */
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

/** Escapes text between tags. A character that XML 1.0 does not allow becomes a space. */
export function escapeText(text: string): string {
  return unsafeInText.test(text) ? escapeFrom(hit(unsafeInText), text, inText) : text;
}

/** Escapes the value of an attribute; line breaks and tabs become numeric references. */
export function escapeAttribute(text: string): string {
  return unsafeInAttribute.test(text) ? escapeFrom(hit(unsafeInAttribute), text, inAttribute) : text;
}

/** Resets a global expression, so that the next text is searched from its start. */
function hit(expression: RegExp): number {
  const at = expression.lastIndex - 1;
  expression.lastIndex = 0;
  return at;
}

// Set during escaping: a second pass over each escaped text would cost as much as its tags.
let metIllegal = false;

/** True when the last changed text held a character that XML 1.0 does not allow. */
export const heldIllegal = () => metIllegal;

function escapeFrom(first: number, text: string, replaced: Replacements): string {
  metIllegal = false;
  let out = '';
  let from = 0;
  for (let at = first; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // The usual case: letters.
    if (unit > 0x3e && unit < 0xd800) continue;
    if (unit >= 0xd800 && unit <= 0xdbff && isLowSurrogate(text.charCodeAt(at + 1))) {
      at++;
      continue;
    }
    const replacement = unit > 0x3e ? beyond(unit) : replaced[unit];
    if (replacement === undefined) continue;
    if (replacement === illegal) metIllegal = true;
    out += text.slice(from, at) + replacement;
    from = at + 1;
  }
  return out + text.slice(from);
}

const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** Lone surrogates and two code points are not XML characters. */
const beyond = (unit: number) => (unit <= 0xdfff || unit >= 0xfffe ? illegal : undefined);
