/**
 * Where in the author's files a function of ours was called.
 * @module
 */
import { fileURLToPath } from 'node:url';
import type { Source } from '../../jsx-runtime/element.ts';

const end = /:(\d+):(\d+)(\)?)$/;
const isFile = /^(?:(?:file:\/\/)?\/|[A-Za-z]:[\\/])/;

/** The places of a stack that are files, the innermost first. */
export function placesOf(stack: string): Source[] {
  return stack.split('\n').flatMap((line) => {
    const [found, lineNumber, columnNumber, closing] = end.exec(line) ?? [];
    if (found === undefined) return [];
    const file = fileIn(line.slice(0, -found.length), closing === ')');
    if (file === undefined) return [];
    const fileName = file.startsWith('file:') ? fileURLToPath(file) : file;
    return [{ fileName, lineNumber: Number(lineNumber), columnNumber: Number(columnNumber) }];
  });
}

/** What a line of a stack names: `at name (file` or `at file`. Folders may have spaces and parentheses in their names. */
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

/** The first caller outside this folder; undefined when the engine tells none. */
export function callSite(): Source | undefined {
  const here = fileURLToPath(new URL('.', import.meta.url));
  return placesOf(new Error().stack ?? '').find(({ fileName }) => !fileName.startsWith(here));
}
