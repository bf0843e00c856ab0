/**
 * Says in a line why the file of a flow cannot be loaded, and where.
 * @module
 */
import type { BuildFailure } from 'esbuild';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ownPlace, placeText } from '../../stack.ts';
import { isErrorObject } from '../../thrown.ts';

// Replaces messages of esbuild that do not help the author.
const messages: Readonly<Record<string, string>> = {
  'unsupported-dynamic-import':
    'import() takes a name in quotes, or a pattern such as `./${lang}.ts`, so that what is missing is told at start',
};

/** Facts for the error. */
export interface LoadProblem {
  readonly problem: string;
  /** The place in the author's own files; empty when there is none. */
  readonly place: string;
  /** The file with the problem, when it is known. */
  readonly file?: string;
}

/** Describes an error that was thrown while flows were compiled or loaded. */
export function loadProblem(thrown: unknown): LoadProblem {
  if (!isErrorObject(thrown)) return { problem: 'it threw something that is no error', place: '' };
  if (isFailure(thrown)) return compileProblem(thrown);
  const here = process.cwd() + path.sep;
  const sentence = thrown.message
    .split('\n')[0]!
    .replaceAll(pathToFileURL(here).href, '')
    .replaceAll(here, '');
  return { problem: sentence || thrown.name, place: placeText(ownPlace(thrown.stack ?? '')) };
}

/** Describes the first problem that esbuild found. */
function compileProblem({ errors: [first], message }: BuildFailure): LoadProblem {
  const { id = '', location } = first ?? {};
  const text = messages[id] ?? first?.text ?? message;
  if (!location) return { problem: text, place: '' };
  const { file, line, column } = location;
  const source = { fileName: path.resolve(file), lineNumber: line, columnNumber: column + 1 };
  return { problem: text, place: placeText(source), file: path.relative('', file) };
}

/** Says in a line which error a component threw, and where in the author's files. */
export function causeText(thrown: unknown): string {
  const name = isErrorObject(thrown) ? `${thrown.name}: ` : '';
  const { problem, place } = loadProblem(thrown);
  return `Cause: ${name}${problem}${place}`;
}

const isFailure = (thrown: Error): thrown is BuildFailure =>
  'errors' in thrown && 'warnings' in thrown && Array.isArray(thrown.errors);
