/**
 * The text of a parameter in a URL. Plivo's SDKs sign some characters differently, so a text with such a character is
 * written as base64url. That is a spelling, and no secret: anyone can read it.
 * @module
 */

/** For these characters every Plivo SDK signs the same bytes, whether or not a proxy encodes them again. */
const plain = /^[A-Za-z0-9._~-]+$/;

const mark = '~b64.';

/** An encoded text anywhere in another text, such as the message of an error; a form or a URL inside a URL escapes its mark. */
export const encodedText = /(?:~|%(?:25)*7e)b64(?:\.|%(?:25)*2e)[\w-]*/gi;

/** Returns a text of letters, digits and `._~-`, from which {@link decodeText} returns this text. Half an emoji becomes U+FFFD. */
export function encodeText(text: string): string {
  // A plain text that looks encoded is encoded too, or it would arrive as another text.
  const isUnchanged = plain.test(text) && decodeText(text) === text;
  return isUnchanged ? text : mark + Buffer.from(text).toString('base64url');
}

/** Returns the text that a link was given. A text that {@link encodeText} cannot return stays as it is. */
export function decodeText(text: string): string {
  if (!text.startsWith(mark)) return text;
  const decoded = Buffer.from(text.slice(mark.length), 'base64url').toString();
  return encodeText(decoded) === text ? decoded : text;
}

/** Decodes the texts of a query. */
export function decodeTexts(query: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  let decoded = query;
  for (const name in query) {
    const value = query[name];
    const text = typeof value === 'string' ? decodeText(value) : value;
    if (text === value) continue;
    if (decoded === query) decoded = Object.assign(Object.create(null), query);
    (decoded as Record<string, unknown>)[name] = text;
  }
  return decoded;
}
