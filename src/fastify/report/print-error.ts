/**
 * Errors of an app without a logger, on standard error. Anyone can cause them, and perhaps nobody reads them: they may keep
 * the app from answering no more than the log of `plivo-jsx start` may.
 * @module
 */
import nodeConsole from 'node:console';
import { isMainThread } from 'node:worker_threads';
import type { BackgroundWriter } from '../../console/background-writer.ts';
import { indented } from '../../console/sanitize.ts';
import { writerFor } from '../../console/standard-streams.ts';
import { allowLine, type RateLimit } from './rate-limit.ts';

/** The limits of what is printed. They belong to the process, as standard error does: several apps share them. */
export const printLimits = { rateLimits: new Map<string, RateLimit>() };

let writer: BackgroundWriter | undefined;

/**
 * Prints an error within the rate limit, without waiting for a reader.
 *
 * @param what the event and its reason; each has a limit of its own
 */
export function printError(what: string, sentence: string): void {
  const others = allowLine(printLimits, what);
  if (others === undefined) return;
  const more = others === '' ? '' : `\n(This error${others}.)`;
  write(`plivo-jsx: ${indented(sentence + more, 2)}`);
}

function write(text: string): void {
  // A test runner has a console of its own, which shows the text with its test.
  if (console !== nodeConsole) console.error(text);
  // The standard error of a worker thread is a message to the main thread, which does not block.
  else if (!isMainThread) process.stderr.write(`${text}\n`);
  else (writer ??= writerFor(process.stderr)).write(`${text}\n`);
}
