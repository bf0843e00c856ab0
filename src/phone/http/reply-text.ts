/**
 * Decodes the body of a reply: size limit, compression and character set.
 * @module
 */
import { isUtf8 } from 'node:buffer';
import type { Problem } from '../document/problem.ts';
import type { TransportReply } from './transport.ts';

/** The most bytes that Plivo reads. */
export const maxBytes = 100 * 1024;

/** The decoded body of a reply. */
export interface ReplyText {
  readonly text: string;
  /** Why it cannot be decoded. */
  readonly problem?: Problem;
  /** Why Plivo may not be able to decode it, though the phone can. */
  readonly warning?: Problem;
}

const sendUtf8 = 'save and send it as UTF-8.';
const declareUtf8 = 'declare UTF-8 in the content type and in <?xml … ?>, or nothing.';

/** Decodes the body of a reply. A body that the transport gives as text is already decoded. */
export function replyText({ headers, body }: TransportReply): ReplyText {
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body);
  const { text, ...remark } = typeof body === 'string' ? { text: body } : decoded(bytes, headers);
  const contradiction = wrongUtf16(bytes);
  if (bytes.length > maxBytes) {
    const fix = 'say less in one document, or go on in another one with <Redirect>.';
    return { text, problem: { message: 'The reply has more than 100 KB.', fix } };
  }
  const packing = String(headers['content-encoding'] ?? '').trim();
  if (packing !== '' && packing.toLowerCase() !== 'identity' && bytes.length > 0) {
    const message = `The reply is compressed (${packing}), although the request did not accept compression.`;
    return { text, problem: { message, fix: `send it without ${packing}.` } };
  }
  return contradiction === undefined ? { text, ...remark } : { text, problem: contradiction };
}

function decoded(bytes: Buffer, headers: TransportReply['headers']): ReplyText {
  const stated = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(String(headers['content-type'] ?? ''))?.[1];
  const declared = declaredEncoding(bytes);
  const name = isUtf16(stated) && !looksLikeUtf16(bytes) ? 'utf-8' : (stated ?? declared ?? 'utf-8');
  const decoder = decoderOf(name);
  if (decoder === undefined) {
    const message = `The character set ${name} is unknown.`;
    return { text: bytes.toString('utf8'), problem: { message, fix: sendUtf8 } };
  }
  const text = decoder.decode(bytes);
  if (decoder.encoding !== 'utf-8') {
    if (bytes.every((byte) => byte < 0x80)) return { text };
    const message = `The reply is written in ${name}, and no page of Plivo's says that it reads that.`;
    return { text, warning: { message, fix: sendUtf8 } };
  }
  if (isUtf8(bytes)) {
    const wrong = [stated, declared].find((charset) => charset !== undefined && !/^utf-?8$/i.test(charset));
    const isHarmless = !isUtf16(wrong) && bytes.every((byte) => byte < 0x80);
    if (wrong === undefined || isHarmless) return { text };
    const message = `The reply is declared as ${wrong}, and is written in UTF-8.`;
    return { text, warning: { message, fix: declareUtf8 } };
  }
  const before = text.slice(0, text.indexOf('\uFFFD')).split('\n');
  const place = { line: before.length, column: before.at(-1)!.length + 1 };
  return { text, problem: { message: 'The reply is not written in UTF-8.', fix: sendUtf8, ...place } };
}

/** The encoding in the XML declaration. */
function declaredEncoding(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, 200).toString('latin1');
  return /^<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/.exec(start)?.[1];
}

const isUtf16 = (charset: string | undefined) => /^(utf-?16|ucs-?2)/i.test(charset ?? '');

/** True when one of the first two bytes is zero, or they are a byte order mark of UTF-16. */
const looksLikeUtf16 = (bytes: Buffer) =>
  bytes[0] === 0 || bytes[1] === 0 || (bytes[0]! >= 0xfe && bytes[1]! >= 0xfe);

/** A declaration of UTF-16 that can be read as ASCII is wrong, and parsers reject it. Some libraries write it into any text. */
function wrongUtf16(bytes: Buffer): Problem | undefined {
  const declared = declaredEncoding(bytes);
  if (!isUtf16(declared) || looksLikeUtf16(bytes)) return undefined;
  const message = `The XML declaration says ${declared}, and the reply is not written in it.`;
  return { message, fix: declareUtf8, line: 1, column: 1 };
}

function decoderOf(charset: string) {
  try {
    // The byte order mark is kept, because Plivo rejects a document that begins with one.
    return new TextDecoder(charset, { ignoreBOM: true });
  } catch {
    return undefined;
  }
}
