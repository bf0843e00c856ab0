/**
 * Places in the author's files: read from a stack, and written as terminals make links of them.
 * @module
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Source } from '../jsx-runtime/element.ts';

const position = /:(\d+):(\d+)(\)?)$/;
const isFile = /^(?:(?:file:\/\/)?\/|[A-Za-z]:[\\/])/;

/** Returns the places of a stack trace that are in files, the innermost first. */
export function parseStack(stack: string): Source[] {
  return stack.split('\n').flatMap((line) => {
    const [found, lineNumber, columnNumber, closing] = position.exec(line) ?? [];
    if (found === undefined) return [];
    const file = fileIn(line.slice(0, -found.length), closing === ')');
    if (file === undefined) return [];
    const fileName = file.startsWith('file:') ? fileURLToPath(file) : file;
    return [{ fileName, lineNumber: Number(lineNumber), columnNumber: Number(columnNumber) }];
  });
}

/** Returns the file of a line: `at name (file` or `at file`. Names of folders may have spaces and parentheses. */
function fileIn(line: string, isInParentheses: boolean): string | undefined {
  if (line.endsWith('<anonymous>')) return undefined;
  if (!isInParentheses) {
    const file = line.trim().replace(/^at (?:async )?/, '');
    return isFile.test(file) ? file : undefined;
  }
  for (let at = line.indexOf(' ('); at !== -1; at = line.indexOf(' (', at + 1)) {
    const file = line.slice(at + 2);
    if (isFile.test(file)) return file;
  }
  return undefined;
}

/** Returns the first place in a file of the project: below the working directory, and in no package. */
export const ownPlace = (stack: string): Source | undefined => parseStack(stack).find(isOwn);

function isOwn({ fileName }: Source): boolean {
  const relative = path.relative('', fileName);
  return !relative.startsWith('..') && !relative.includes('node_modules');
}

/** `file:line:column`, the file relative to the working directory. */
export const writePlace = ({ fileName, lineNumber, columnNumber }: Source): string =>
  `${path.relative('', fileName)}:${lineNumber}:${columnNumber}`;

/** ` (file:line:column)`, or nothing when the place is not known. */
export const placeText = (source: Source | undefined): string =>
  source === undefined ? '' : ` (${writePlace(source)})`;
