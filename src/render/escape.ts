/**
 * Escaping: whatever a string holds, the document stays well-formed and says what the string says.
 * @module
 */

// Test first, walk only when something is there to do: most texts need nothing. Everything but what may stay: the
// engine is faster with fewer ranges of characters.
const unsafeInText = /[^\t\n -%'-;=?-\ud7ff\ue000-\ufffd]/g;
const unsafeInAttribute = /[^ !#-%'-;=?-\ud7ff\ue000-\ufffd]/g;

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
    return written[String.fromCharCode(unit)] ?? (isLegal ? undefined : ' ');
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

// With the flag, only halves of characters are in the range of surrogates.
const illegal = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/u;

/** True when a text has what XML 1.0 cannot carry. */
export const holdsIllegal = (text: string) => illegal.test(text);

function escapeFrom(first: number, text: string, replaced: Replacements): string {
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
    if (from < at) out += text.slice(from, at);
    out += replacement;
    from = at + 1;
  }
  return from < text.length ? out + text.slice(from) : out;
}

const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** Half a surrogate pair and two code points are no characters of XML; the rest beyond the letters is. */
const beyond = (unit: number) => (unit <= 0xdfff || unit >= 0xfffe ? ' ' : undefined);
