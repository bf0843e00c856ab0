/**
 * Writes the output of a server in the background. Neither a closed terminal, nor a full disk, nor a reader that stopped
 * reading may keep the server from answering calls.
 * @module
 */
import { write, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** The most bytes that wait to be written. */
const maxWaiting = 1_000_000;

/** The most bytes of one write, unless a single message is longer. */
const maxBatch = 65_536;

/** After how many milliseconds a write is retried: while the reader is slow, and after an error. */
const retryAfter = { slowReader: 20, error: 1_000 };

/** A file descriptor, and whether a write to it may take forever. */
export interface WriterTarget {
  readonly fd: number;
  readonly mayBlock: boolean;
}

/** Is notified of lost messages. */
export interface WriterListener {
  /** A message was dropped, since too many bytes are waiting. */
  dropped(): void;
  /** A write failed. */
  failed(): void;
  /** Writing works again; this many messages were dropped before. */
  recovered(messages: number): void;
}

/** Writes to a file descriptor in the background, one write at a time. Never throws, blocks or grows without a limit. */
export class BackgroundWriter {
  listener: WriterListener | undefined;
  readonly #target: WriterTarget;
  readonly #waiting: Uint8Array[] = [];
  #size = 0;
  #isWriting = false;
  #hasFailed = false;
  #retry: NodeJS.Timeout | undefined;
  #dropped = 0;

  constructor(target: WriterTarget) {
    this.#target = target;
    process.once('exit', () => this.#writeRest());
  }

  /** Takes a message, or drops it when too many bytes are waiting. */
  write(message: string | Uint8Array): void {
    const bytes = typeof message === 'string' ? Buffer.from(message) : message;
    if (this.#size + bytes.length > maxWaiting) {
      this.#dropped++;
      this.listener?.dropped();
      return;
    }
    this.#waiting.push(bytes);
    this.#size += bytes.length;
    this.#writeNext();
  }

  /** Waits until everything is written, an error occurs, or the time is over. */
  async flush(milliseconds: number): Promise<void> {
    const end = performance.now() + milliseconds;
    while (this.#size > 0 && !this.#hasFailed && performance.now() < end) await wait(retryAfter.slowReader);
  }

  #writeNext(): void {
    if (this.#isWriting || this.#retry !== undefined || this.#waiting.length === 0) return;
    const batch = this.#takeBatch();
    this.#isWriting = true;
    write(this.#target.fd, batch, 0, batch.length, null, (error, written) => {
      this.#isWriting = false;
      const done = error === null ? written : 0;
      if (done < batch.length) this.#waiting.unshift(batch.subarray(done));
      this.#size -= done;
      if (error === null) this.#onWritten();
      else this.#onError(error);
    });
  }

  #takeBatch(): Uint8Array {
    let [count, size] = [0, 0];
    for (const { length } of this.#waiting) {
      if (count > 0 && size + length > maxBatch) break;
      count++;
      size += length;
    }
    return Buffer.concat(this.#waiting.splice(0, count));
  }

  #onWritten(): void {
    this.#hasFailed = false;
    // Only below half of the limit: with a slow reader, every second message would report the loss of the one before.
    if (this.#dropped > 0 && this.#size < maxWaiting / 2) {
      const messages = this.#dropped;
      this.#dropped = 0;
      this.listener?.recovered(messages);
    }
    this.#writeNext();
  }

  #onError({ code }: NodeJS.ErrnoException): void {
    const isSlow = code === 'EAGAIN';
    this.#hasFailed = !isSlow;
    if (!isSlow) this.listener?.failed();
    this.#retry = setTimeout(
      () => {
        this.#retry = undefined;
        this.#writeNext();
      },
      isSlow ? retryAfter.slowReader : retryAfter.error,
    ).unref();
  }

  /** The process exits: writes what can be written without waiting. */
  #writeRest(): void {
    // Node waits for a pending write before it exits, and this write may never complete.
    if (this.#isWriting && this.#target.mayBlock) process.kill(process.pid, 'SIGKILL');
    if (this.#isWriting || this.#target.mayBlock) return;
    try {
      while (this.#waiting.length > 0) writeSync(this.#target.fd, this.#waiting.shift()!);
    } catch {
      // There is no output left to report this on.
    }
  }
}
