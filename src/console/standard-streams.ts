/**
 * Standard output and standard error of the process.
 * @module
 */
import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { isatty } from 'node:tty';
import { BackgroundWriter, type WriterTarget } from './background-writer.ts';

type Stream = NodeJS.WriteStream & { readonly fd: number };

/** A writer to the destination of a stream of the process. */
export const writerFor = (stream: Stream): BackgroundWriter => new BackgroundWriter(targetOf(stream));

/** Makes `process.stdout` and `process.stderr` write in the background, also for code that is not ours. */
export function replaceStandardStreams(writer: BackgroundWriter): void {
  replaceWrite(process.stdout, writer);
  const isSame = isSameFile(process.stdout.fd, process.stderr.fd);
  replaceWrite(process.stderr, isSame ? writer : writerFor(process.stderr));
}

/**
 * Closes standard streams whose terminal is gone when the process exits. Otherwise Node would try to restore the settings of
 * the terminal, and crash or hang.
 */
export function closeLostTerminalsAtExit(): void {
  const terminals = [0, 1, 2].filter((fd) => isatty(fd));
  process.once('exit', () => {
    for (const fd of terminals) if (!isatty(fd)) closeSync(fd);
  });
}

function isSameFile(one: number, other: number): boolean {
  const [a, b] = [fstatSync(one), fstatSync(other)];
  return a.dev === b.dev && a.ino === b.ino;
}

function targetOf({ fd }: Stream): WriterTarget {
  const stats = fstatSync(fd);
  if (stats.isFile()) return { fd, mayBlock: false };
  try {
    // An inherited descriptor is shared with other processes. Opened again, it does not block in this process alone.
    const flags = constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY;
    return { fd: openSync(`/proc/self/fd/${fd}`, flags), mayBlock: false };
  } catch {
    // A socket, a terminal of another user, or a system without /proc. Node has set sockets not to block.
    return { fd, mayBlock: !stats.isSocket() };
  }
}

function replaceWrite(stream: Stream, writer: BackgroundWriter): void {
  const replacement = (
    chunk: string | Uint8Array,
    encoding?: BufferEncoding | (() => void),
    done?: () => void,
  ): boolean => {
    const named = typeof encoding === 'string' ? encoding : 'utf8';
    writer.write(typeof chunk === 'string' ? Buffer.from(chunk, named) : chunk);
    const callback = typeof encoding === 'function' ? encoding : done;
    if (callback !== undefined) process.nextTick(callback);
    return true;
  };
  stream.write = replacement;
}
