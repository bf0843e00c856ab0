/**
 * Why a flow's file cannot be loaded, in a line, and where.
 * @module
 */
import path from 'node:path';
import type { Source } from '../../jsx-runtime/element.ts';
import { placesOf } from '../flow/written.ts';
import { placeText } from '../render/problem.ts';

// esbuild, which compiles TSX, writes: /folder/file.tsx:2:0: ERROR: Expected identifier
const compilerLine = /^(.+):(\d+):(\d+): ERROR: (.*)$/m;

/** What is wrong, and the place in the author's own files, if there is one. */
export function loadProblem(thrown: unknown): { readonly problem: string; readonly place: string } {
  if (!(thrown instanceof Error)) return { problem: 'it threw something that is no error', place: '' };
  const [, fileName, line, column, text] = compilerLine.exec(thrown.message) ?? [];
  if (fileName !== undefined) {
    const source = { fileName, lineNumber: Number(line), columnNumber: Number(column) + 1 };
    return { problem: text!, place: placeText(source) };
  }
  const sentence = thrown.message.split('\n')[0]!.replaceAll(`${process.cwd()}${path.sep}`, '');
  return { problem: sentence || thrown.name, place: placeText(placesOf(thrown.stack ?? '').find(isOwn)) };
}

function isOwn({ fileName }: Source): boolean {
  const relative = path.relative('', fileName);
  return !relative.startsWith('..') && !relative.includes('node_modules');
}
