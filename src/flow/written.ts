/**
 * Where in the author's files a function of ours was called.
 * @module
 */
import { fileURLToPath } from 'node:url';
import type { Source } from '../../jsx-runtime/element.ts';

const place = /(?:\()?((?:file:\/\/)?\/[^()\s]*|[A-Za-z]:[^()\s]*):(\d+):(\d+)\)?$/;

/** The first caller outside this folder; undefined when the engine tells none. */
export function written(): Source | undefined {
  const here = fileURLToPath(new URL('.', import.meta.url));
  for (const line of (new Error().stack ?? '').split('\n').slice(1)) {
    const [, file, lineNumber, columnNumber] = place.exec(line) ?? [];
    if (file === undefined) continue;
    const fileName = file.startsWith('file:') ? fileURLToPath(file) : file;
    if (!fileName.startsWith(here))
      return { fileName, lineNumber: Number(lineNumber), columnNumber: Number(columnNumber) };
  }
  return undefined;
}
