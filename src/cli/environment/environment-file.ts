/**
 * `.env`: variables of a project, which those of the environment itself override.
 * @module
 */
import { closeSync, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { PlivoJsxError } from '../../errors.ts';
import { readAssignments } from './environment-text.ts';
import { fileProblem } from '../load-flows/file-problem.ts';

const maxBytes = 1024 * 1024;

/**
 * Reads `.env` of the working directory into the environment, if there is one.
 *
 * @returns the names in it
 * @throws {@link PlivoJsxError} `E_ENV_FILE` when it is there and cannot be read as it is meant
 */
export function readEnvironmentFile(): ReadonlySet<string> {
  const bytes = bytesOf('.env');
  if (bytes === undefined) return new Set();
  const variables = readAssignments(textOf(bytes));
  for (const [name, value] of variables) process.env[name] ??= value;
  return new Set(variables.keys());
}

function bytesOf(file: string): Buffer | undefined {
  // A link to a secret that is not there yet is no reason to go on without it.
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

/** A pipe or a device has no size that one could ask for. */
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
  // Characters of UTF-16 without a mark have NULs between them.
  if (isUtf16 || bytes.includes(0)) throw unreadable('is not UTF-8, but UTF-16 or no text at all');
  try {
    // This skips a byte order mark of UTF-8, too.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw unreadable('is not UTF-8', { cause: error });
  }
}

const unreadable = (problem: string, options = {}) =>
  new PlivoJsxError('E_ENV_FILE', { place: '.env', problem, suggestion }, options);

const suggestion = 'make it a text file in UTF-8 with lines such as PORT=5000, or remove it';
