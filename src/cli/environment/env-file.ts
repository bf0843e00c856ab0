/**
 * Reads `.env`, the variables of a project. Variables of the environment itself take precedence.
 * @module
 */
import { closeSync, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { PlivoJsxError } from '../../errors.ts';
import { readAssignments } from './parse-env.ts';
import { fileProblem } from '../load-flows/file-problem.ts';

const maxBytes = 1024 * 1024;

/**
 * Adds the variables in `.env` of the working directory, if that exists.
 *
 * @param variables such as `process.env`; a variable that is set is not changed
 * @returns the names in the file
 * @throws {@link PlivoJsxError} `E_ENV_FILE` when the file exists and cannot be read, or has a line with an unclear meaning
 */
export function readEnvironmentFile(variables: Record<string, string | undefined>): ReadonlySet<string> {
  const bytes = bytesOf('.env');
  if (bytes === undefined) return new Set();
  const assignments = readAssignments(textOf(bytes));
  for (const [name, value] of assignments) variables[name] ??= value;
  return new Set(assignments.keys());
}

function bytesOf(file: string): Buffer | undefined {
  // A link to a file that does not exist is an error: without its secrets the app would be open.
  if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return undefined;
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    if (fstatSync(descriptor).isDirectory()) throw unreadable('is a folder');
    return readAtMost(descriptor, maxBytes);
  } catch (error) {
    if (error instanceof PlivoJsxError) throw error;
    throw unreadable(fileProblem(error), { cause: error });
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

// The size of a pipe or a device is not known before it is read.
function readAtMost(descriptor: number, most: number): Buffer {
  const buffer = Buffer.alloc(most + 1);
  let length = 0;
  for (let read = -1; read !== 0 && length <= most; length += read)
    read = readSync(descriptor, buffer, length, buffer.length - length, null);
  if (length > most) throw unreadable('has more than 1 MB');
  return buffer.subarray(0, length);
}

function textOf(bytes: Buffer): string {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // UTF-16 without a byte order mark has NULs between the letters.
  if (isUtf16 || bytes.includes(0)) throw unreadable('is not UTF-8, but UTF-16 or no text at all');
  try {
    // This also skips a byte order mark of UTF-8.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw unreadable('is not UTF-8', { cause: error });
  }
}

const unreadable = (problem: string, options = {}) =>
  new PlivoJsxError('E_ENV_FILE', { place: '.env', problem, suggestion }, options);

const suggestion = 'make it a text file in UTF-8 with lines such as PORT=5000, or remove it';
