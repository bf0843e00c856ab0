/**
 * The parts of a Markdown page that can be checked.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A block between three backticks. */
export interface Fence {
  /** The file, from the root of the project. */
  readonly file: string;
  /** The line of its first line of text, from 1. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

/** A file of the project; line ends are those of Unix. */
export const read = (file: string) => readFileSync(path.resolve(file), 'utf8').replaceAll('\r\n', '\n');

const block = /^( *)```(\w+)\n([\s\S]*?)^\1```$/gm;

/** The blocks of a page, without the indentation of a list around them. */
export function fencesOf(file: string, page = read(file)): Fence[] {
  return [...page.matchAll(block)].map(({ index, 1: indent = '', 2: language = '', 3: text = '' }) => ({
    file,
    line: page.slice(0, index).split('\n').length + 1,
    language,
    text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }));
}

/** The blocks of the TSDoc of a TypeScript file. */
export function docFencesOf(file: string): Fence[] {
  return fencesOf(
    file,
    read(file)
      .split('\n')
      .map((line) => /^ *\* ?(.*)$/.exec(line)?.[1] ?? '')
      .join('\n'),
  );
}

/** The texts of the blocks of one language below a heading. */
export const blocksOf = (file: string, heading: string, language: string): string[] =>
  fencesOf(file, sectionOf(file, heading))
    .filter((fence) => fence.language === language)
    .map(({ text }) => text);

/** All files below a folder. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name).replaceAll('\\', '/'))
    .toSorted();
}

/** The part of a page below a heading, up to the next one of the same rank. */
export function sectionOf(file: string, heading: string): string {
  const [, rank = ''] = /^(#+)/.exec(heading) ?? [];
  const [, below] = `\n${read(file)}`.split(`\n${heading}\n`);
  if (below === undefined) throw new Error(`${file} has no heading "${heading}".`);
  return below.split(new RegExp(`^#{1,${rank.length}} `, 'm'))[0]!;
}

/** The anchors of the headings of a page, as GitHub makes them. */
export const anchorsOf = (file: string): ReadonlySet<string> =>
  new Set([...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!)));

const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

/** The cells of the tables in a piece of Markdown, a row each, without the heads. */
export function rowsOf(markdown: string): string[][] {
  return markdown
    .split(/\n(?!\|)/)
    .map((part) => part.split('\n').filter((line) => line.startsWith('|')))
    .flatMap((lines) => lines.slice(2))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** The text of the first `code` in a cell. */
export const codeIn = (cell: string | undefined) => /`([^`]+)`/.exec(cell ?? '')?.[1] ?? '';
