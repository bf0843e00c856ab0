/**
 * Finds the files of flows by their names.
 * @module
 */
import { closeSync, lstatSync, openSync, readdirSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';
import { PlivoJsxError } from '../../errors.ts';
import { fileProblem } from './file-problem.ts';

const names = ['flow.ts', 'flow.tsx', 'flow.js'];

/**
 * `<folder>/<name>/flow.ts` for each name, in their order; a folder may be a link to one. Hidden folders are skipped.
 *
 * @returns an empty list when the folder does not exist
 * @throws {@link PlivoJsxError} `E_FLOW_FILE` for a file or folder that exists and cannot be read
 */
export function flowFiles(folder: string): string[] {
  if (statsOf(folder) === undefined) return [];
  const listed = read(folder, () => readdirSync(folder));
  return listed
    .filter((name) => !name.startsWith('.'))
    .map((name) => path.join(folder, name))
    .filter((entry) => statsOf(entry)?.isDirectory())
    .map((entry) => names.map((name) => path.join(entry, name)).find(isFile))
    .filter((file) => file !== undefined)
    .toSorted();
}

function isFile(file: string): boolean {
  const stats = statsOf(file);
  if (stats === undefined) return false;
  if (!stats.isFile()) throw wrong(file, 'is not a file');
  read(file, () => closeSync(openSync(file, 'r')));
  return true;
}

/** Follows links. A link to a file that does not exist is an error, other than a missing file. */
function statsOf(file: string): Stats | undefined {
  return read(file, () => lstatSync(file, { throwIfNoEntry: false }) && statSync(file));
}

function read<T>(file: string, look: () => T): T {
  try {
    return look();
  } catch (error) {
    throw wrong(file, fileProblem(error), { cause: error });
  }
}

const wrong = (file: string, problem: string, options = {}) =>
  new PlivoJsxError('E_FLOW_FILE', { file: path.relative('', file) || file, problem }, options);
