/**
 * Escaping: whatever a string holds, the document stays well-formed and says what the string says.
 * @module
 */

// Test first, walk only when something is there to do: most texts need nothing.
const unsafeInText = /[&<>\r\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;
const unsafeInAttribute = /[&<>"\t\n\r\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;

/** Text as it stands between tags. What XML 1.0 cannot carry becomes a space. */
export function escapeText(text: string): string {
  return unsafeInText.test(text) ? escapeAll(text, false) : text;
}

/** Text as it stands between the quotes of an attribute; white space other than the space is kept by number. */
export function escapeAttribute(text: string): string {
  return unsafeInAttribute.test(text) ? escapeAll(text, true) : text;
}

function escapeAll(text: string, inAttribute: boolean): string {
  let out = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // Nearly every character of nearly every text: letters.
    if (unit > 0x3e && unit < 0xd800) continue;
    if (unit >= 0xd800 && unit <= 0xdbff && isLowSurrogate(text.charCodeAt(at + 1))) {
      at++;
      continue;
    }
    const replacement = replacementOf(unit, inAttribute);
    if (replacement === undefined) continue;
    if (from < at) out += text.slice(from, at);
    out += replacement;
    from = at + 1;
  }
  return from < text.length ? out + text.slice(from) : out;
}

const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

function replacementOf(unit: number, inAttribute: boolean): string | undefined {
  switch (unit) {
    case 0x26:
      return '&amp;';
    case 0x3c:
      return '&lt;';
    case 0x3e:
      return '&gt;';
    case 0x22:
      return inAttribute ? '&quot;' : undefined;
    case 0x09:
      return inAttribute ? '&#9;' : undefined;
    case 0x0a:
      return inAttribute ? '&#10;' : undefined;
    case 0x0d:
      return '&#13;';
  }
  const illegal = unit < 0x20 || (unit >= 0xd800 && unit <= 0xdfff) || unit >= 0xfffe;
  return illegal ? ' ' : undefined;
}
