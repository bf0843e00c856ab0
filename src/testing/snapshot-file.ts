/**
 * Compares a text with a file beside the test, and writes it when the test runner is told to update snapshots.
 * @module
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What Vitest and Jest tell a matcher of the test that runs. */
export interface MatcherState {
  readonly testPath?: string | undefined;
  readonly snapshotState?: unknown;
  readonly utils?: { readonly diff?: ((a: unknown, b: unknown) => string | null | undefined) | undefined };
}

/** How a text compares with its file. */
export interface Compared {
  readonly file: string;
  readonly isSame: boolean;
  /** Missing when there is no file. */
  readonly expected: string | undefined;
}

/** Whether snapshots are written: all, those that are new, or none, as in CI. */
function updateOf(snapshotState: unknown): 'all' | 'new' | 'none' {
  // Both runners keep it in this field, and have no other way to tell.
  const update: unknown = Object(snapshotState)._updateSnapshot;
  return update === 'all' || update === 'new' ? update : 'none';
}

/**
 * Compares a text with `__flows__/<name>.txt` in the folder of the test.
 *
 * @throws {TypeError} when no test runs
 */
export function compareWithFile(
  text: string,
  name: string,
  { testPath, snapshotState }: MatcherState,
): Compared {
  if (typeof testPath !== 'string')
    throw new TypeError('A flow snapshot belongs to a test: use it with expect of Vitest or Jest.');
  const file = path.join(path.dirname(testPath), '__flows__', `${name}.txt`);
  const expected = readIf(file);
  if (expected === text) return { file, isSame: true, expected };
  const update = updateOf(snapshotState);
  if (update === 'none' || (update === 'new' && expected !== undefined))
    return { file, isSame: false, expected };
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return { file, isSame: true, expected };
}

function readIf(file: string): string | undefined {
  try {
    // Git may check out text files with carriage returns.
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}
