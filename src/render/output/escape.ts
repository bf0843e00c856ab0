/**
 * Escaping: whatever a string holds, the document stays well-formed and says what the string says.
 * @module
 */

// Test first, walk only when something is there to do: most texts need nothing. Everything but what may stay: the
// engine is faster with fewer ranges of characters.
const unsafeInText = /[^\t\n -%'-;=?-\ud7ff\ue000-\ufffd]/g;
const unsafeInAttribute = /[^ !#-%'-;=?-\ud7ff\ue000-\ufffd]/g;

/** What is written for a character that XML 1.0 cannot carry. */
const illegal = ' ';

/** What to write for a character, by its code; undefined for one that stays. It ends with `>`. */
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

/** Text as it stands between tags. What XML 1.0 cannot carry becomes a space. */
export function escapeText(text: string): string {
  return unsafeInText.test(text) ? escapeFrom(hit(unsafeInText), text, inText) : text;
}

/** Text as it stands between the quotes of an attribute; white space other than the space is kept by number. */
export function escapeAttribute(text: string): string {
  return unsafeInAttribute.test(text) ? escapeFrom(hit(unsafeInAttribute), text, inAttribute) : text;
}

/** Where a global expression stopped; the next text is looked at from its start. */
function hit(expression: RegExp): number {
  const at = expression.lastIndex - 1;
  expression.lastIndex = 0;
  return at;
}

// Set where a character is met anyway: a second look at each text that was escaped would cost as much as its tags.
let metIllegal = false;

/** True when the text that was changed last held what XML 1.0 cannot carry. */
export const heldIllegal = () => metIllegal;

function escapeFrom(first: number, text: string, replaced: Replacements): string {
  metIllegal = false;
  let out = '';
  let from = 0;
  for (let at = first; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // Nearly every character of nearly every text: letters.
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

/** Half a surrogate pair and two code points are no characters of XML; the rest beyond the letters is. */
const beyond = (unit: number) => (unit <= 0xdfff || unit >= 0xfffe ? illegal : undefined);
