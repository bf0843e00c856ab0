import { unlessOver } from './unless-over.ts';

/** Most bytes of a reply that are read. Plivo's have some hundred. */
const mostBytes = 64 * 1024;

/** The text of a reply; undefined when it is too long, breaks off or takes too long. The rest of it is not read. */
export async function readText({ body }: Response, signal: AbortSignal): Promise<string | undefined> {
  if (body === null) return '';
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  try {
    const reader = body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    try {
      for (;;) {
        const { done, value } = await unlessOver(signal, reader.read());
        if (done) return text + decoder.decode();
        bytes += value.byteLength;
        if (!(bytes <= mostBytes)) return undefined;
        text += decoder.decode(value, { stream: true });
      }
    } finally {
      reader.cancel().catch(() => {});
    }
  } catch {
    return undefined;
  }
}
