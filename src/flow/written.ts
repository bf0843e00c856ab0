/**
 * Where in the author's files a function of ours was called.
 * @module
 */
import { fileURLToPath } from 'node:url';
import type { Source } from '../../jsx-runtime/element.ts';

const place = /(?:^|[\s(])((?:file:\/\/)?\/[^()\s]*|[A-Za-z]:[\\/][^()\s]*):(\d+):(\d+)\)?$/;

/** The places of a stack that are files, the innermost first. */
export function placesOf(stack: string): Source[] {
  return stack.split('\n').flatMap((line) => {
    const [, file, lineNumber, columnNumber] = place.exec(line) ?? [];
    if (file === undefined) return [];
    const fileName = file.startsWith('file:') ? fileURLToPath(file) : file;
    return [{ fileName, lineNumber: Number(lineNumber), columnNumber: Number(columnNumber) }];
  });
}

/** The first caller outside this folder; undefined when the engine tells none. */
export function written(): Source | undefined {
  const here = fileURLToPath(new URL('.', import.meta.url));
  return placesOf(new Error().stack ?? '').find(({ fileName }) => !fileName.startsWith(here));
}
