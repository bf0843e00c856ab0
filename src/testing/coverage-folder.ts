/**
 * The links that calls took, in files: those of all tests together, whatever runs them.
 * @module
 */
import { appendFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { threadId } from 'node:worker_threads';
import { placeKey } from '../check/links/place.ts';
import { takenBy, type TakenLink } from '../check/index.ts';
import type { PhoneCall } from '../phone/index.ts';

/** What this process has written. */
const written = new Set<string>();

/** Writes the links of a call that were not written yet, a line of JSON each. Does nothing without `PLIVO_JSX_COVERAGE`. */
export function writeTaken(call: PhoneCall): void {
  const folder = process.env['PLIVO_JSX_COVERAGE'];
  if (folder === undefined || folder === '') return;
  const fresh = takenBy(call).filter(({ from, key, to }) => {
    const line = JSON.stringify([folder, placeKey(from), key, placeKey(to)]);
    return written.size < written.add(line).size;
  });
  if (fresh.length === 0) return;
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${process.pid}-${threadId}.jsonl`);
  appendFileSync(file, fresh.map((link) => `${JSON.stringify(link)}\n`).join(''));
}

/**
 * Reads what {@link writeTaken} wrote.
 *
 * @throws an error of the file system when there is no such folder, and `SyntaxError` for a file of something else
 */
export function readTaken(folder: string): readonly TakenLink[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readFileSync(path.join(folder, file), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as TakenLink);
}
