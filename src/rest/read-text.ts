/**
 * Reads the body of a response within limits.
 * @module
 */
import { abortable } from './abortable.ts';

/** The most bytes of a body that are read. Plivo's responses have a few hundred. */
const maxBytes = 64 * 1024;

/** Returns the text of a body; `undefined` when it is too long, takes too long or the connection breaks. */
export async function readText({ body }: Response, signal: AbortSignal): Promise<string | undefined> {
  if (body === null) return '';
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  try {
    const reader = body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    try {
      for (;;) {
        const { done, value } = await abortable(signal, reader.read());
        if (done) return text + decoder.decode();
        bytes += value.byteLength;
        if (!(bytes <= maxBytes)) return undefined;
        text += decoder.decode(value, { stream: true });
      }
    } finally {
      reader.cancel().catch(() => {});
    }
  } catch {
    return undefined;
  }
}
