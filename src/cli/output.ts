/**
 * Standard output and standard error of a server. Neither a closed terminal, nor a full disk, nor a reader that stopped
 * reading may keep it from answering calls.
 * @module
 */
import { closeSync, constants, fstatSync, openSync, write, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { isatty } from 'node:tty';

/** Most bytes that wait to be written. */
const mostWaiting = 1_000_000;

/** Most bytes of one write, unless a single message has more. */
const mostAtOnce = 65_536;

/** When to try again what could not be written, in milliseconds: while the reader is slow, and after an error. */
const soon = 20;
const later = 1_000;

/** Hears what happens to messages. */
export interface OutputListener {
  /** A message was dropped: too much waits already. */
  dropped(): void;
  /** A write failed. */
  failed(): void;
  /** Messages are written again, after so many were dropped. */
  recovered(messages: number): void;
}

/** Writes to a file descriptor in the background, one write at a time. Never throws, blocks or grows without a limit. */
export class Output {
  listener: OutputListener | undefined;
  readonly #target: Target;
  readonly #waiting: Uint8Array[] = [];
  #size = 0;
  #isWriting = false;
  #hasFailed = false;
  #retry: NodeJS.Timeout | undefined;
  #dropped = 0;

  constructor(target: Target) {
    this.#target = target;
    process.once('exit', () => this.#end());
  }

  /** Takes a message, or drops it when too much waits already. */
  write(message: string | Uint8Array): void {
    const bytes = typeof message === 'string' ? Buffer.from(message) : message;
    if (this.#size + bytes.length > mostWaiting) {
      this.#dropped++;
      this.listener?.dropped();
      return;
    }
    this.#waiting.push(bytes);
    this.#size += bytes.length;
    this.#next();
  }

  /** Waits until everything is written, but not for what fails, and not longer than so many milliseconds. */
  async flushed(milliseconds: number): Promise<void> {
    const end = performance.now() + milliseconds;
    while (this.#size > 0 && !this.#hasFailed && performance.now() < end) await wait(soon);
  }

  #next(): void {
    if (this.#isWriting || this.#retry !== undefined || this.#waiting.length === 0) return;
    const batch = this.#take();
    this.#isWriting = true;
    write(this.#target.fd, batch, 0, batch.length, null, (error, written) => {
      this.#isWriting = false;
      const done = error === null ? written : 0;
      if (done < batch.length) this.#waiting.unshift(batch.subarray(done));
      this.#size -= done;
      if (error === null) this.#written();
      else this.#failed(error);
    });
  }

  #take(): Uint8Array {
    let [count, size] = [0, 0];
    for (const { length } of this.#waiting) {
      if (count > 0 && size + length > mostAtOnce) break;
      count++;
      size += length;
    }
    return Buffer.concat(this.#waiting.splice(0, count));
  }

  #written(): void {
    this.#hasFailed = false;
    // Below half of the limit, so that a slow reader does not get this message between every two others.
    if (this.#dropped > 0 && this.#size < mostWaiting / 2) {
      const messages = this.#dropped;
      this.#dropped = 0;
      this.listener?.recovered(messages);
    }
    this.#next();
  }

  #failed({ code }: NodeJS.ErrnoException): void {
    const isSlow = code === 'EAGAIN';
    this.#hasFailed = !isSlow;
    if (!isSlow) this.listener?.failed();
    this.#retry = setTimeout(
      () => {
        this.#retry = undefined;
        this.#next();
      },
      isSlow ? soon : later,
    ).unref();
  }

  /** The process ends: writes what can be written without waiting. */
  #end(): void {
    // Node waits for a write under way before it exits, and this one may never end.
    if (this.#isWriting && this.#target.mayBlock) process.kill(process.pid, 'SIGKILL');
    if (this.#isWriting || this.#target.mayBlock) return;
    try {
      while (this.#waiting.length > 0) writeSync(this.#target.fd, this.#waiting.shift()!);
    } catch {
      // Nobody is left who could be told.
    }
  }
}

/** A file descriptor, and whether a write to it may take forever. */
interface Target {
  readonly fd: number;
  readonly mayBlock: boolean;
}

type Stream = NodeJS.WriteStream & { readonly fd: number };

/** An output to where a stream of the process leads. */
export const outputTo = (stream: Stream): Output => new Output(targetOf(stream));

/** Makes `process.stdout` and `process.stderr` write in the background, too, whoever uses them. */
export function takeStreams(output: Output): void {
  replaceWrite(process.stdout, output);
  const isSame = isSameFile(process.stdout.fd, process.stderr.fd);
  replaceWrite(process.stderr, isSame ? output : outputTo(process.stderr));
}

/**
 * Closes, when the process exits, standard streams whose terminal is gone: Node would give the terminal its settings back,
 * crash since it cannot, and sometimes never get to the end of that.
 */
export function closeDeadTerminals(): void {
  const terminals = [0, 1, 2].filter((fd) => isatty(fd));
  process.once('exit', () => {
    for (const fd of terminals) if (!isatty(fd)) closeSync(fd);
  });
}

function isSameFile(one: number, other: number): boolean {
  const [a, b] = [fstatSync(one), fstatSync(other)];
  return a.dev === b.dev && a.ino === b.ino;
}

function targetOf({ fd }: Stream): Target {
  const stats = fstatSync(fd);
  if (stats.isFile()) return { fd, mayBlock: false };
  try {
    // Opened again, not blocking concerns this process alone; a descriptor that was inherited is shared with others.
    const flags = constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY;
    return { fd: openSync(`/proc/self/fd/${fd}`, flags), mayBlock: false };
  } catch {
    // A socket, a terminal of another user, or a system without /proc. Node has made pipes and sockets not block.
    return { fd, mayBlock: true };
  }
}

function replaceWrite(stream: Stream, output: Output): void {
  const replacement = (
    chunk: string | Uint8Array,
    encoding?: BufferEncoding | (() => void),
    done?: () => void,
  ): boolean => {
    const named = typeof encoding === 'string' ? encoding : 'utf8';
    output.write(typeof chunk === 'string' ? Buffer.from(chunk, named) : chunk);
    const callback = typeof encoding === 'function' ? encoding : done;
    if (callback !== undefined) process.nextTick(callback);
    return true;
  };
  stream.write = replacement;
}
