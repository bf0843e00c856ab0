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

/** Decodes the body of a reply. A body that the transport gives as text is already decoded. */
export function replyText({ headers, body }: TransportReply): ReplyText {
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body);
  const { text, ...remark } = typeof body === 'string' ? { text: body } : decoded(bytes, headers);
  if (bytes.length > maxBytes) {
    const fix = 'say less in one document, or go on in another one with <Redirect>.';
    return { text, problem: { message: 'The reply has more than 100 KB.', fix } };
  }
  const packing = String(headers['content-encoding'] ?? '').trim();
  if (packing !== '' && packing.toLowerCase() !== 'identity' && bytes.length > 0) {
    const message = `The reply is compressed (${packing}), although the request did not accept compression.`;
    return { text, problem: { message, fix: `send it without ${packing}.` } };
  }
  return { text, ...remark };
}

function decoded(bytes: Buffer, headers: TransportReply['headers']): ReplyText {
  const name = charsetOf(bytes, String(headers['content-type'] ?? '')) ?? 'utf-8';
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
  if (isUtf8(bytes)) return { text };
  const before = text.slice(0, text.indexOf('\uFFFD')).split('\n');
  const place = { line: before.length, column: before.at(-1)!.length + 1 };
  return { text, problem: { message: 'The reply is not written in UTF-8.', fix: sendUtf8, ...place } };
}

/** The character set of the content type, or else of the XML declaration. */
function charsetOf(bytes: Buffer, contentType: string): string | undefined {
  const [, stated] = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType) ?? [];
  if (stated !== undefined) return stated;
  const start = bytes.subarray(0, 200).toString('latin1');
  return /^<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/.exec(start)?.[1];
}

function decoderOf(charset: string) {
  try {
    // The byte order mark is kept, because Plivo rejects a document that begins with one.
    return new TextDecoder(charset, { ignoreBOM: true });
  } catch {
    return undefined;
  }
}
