/**
 * Reads the text of a `.env`. A line that programs read in different ways is rejected.
 *
 * `parseEnv` of Node skips lines that it cannot read, and ends an unquoted value at any `#`. A token that is lost in this way
 * would turn off the check of signatures.
 * @module
 */
import { PlivoJsxError } from '../../errors.ts';
import { intendedName } from './variable-names.ts';

const nothing = /^[ \t]*(?:#.*)?$/;
const assignment = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*=[ \t]*/;
const afterQuote = /^(?:[ \t]*|[ \t]+#.*)$/;

interface Assignment {
  readonly name: string;
  readonly value: string;
  /** From 1. */
  readonly line: number;
}

/**
 * The variables of a file, by name.
 *
 * @throws {@link PlivoJsxError} `E_ENV_FILE` for the first line whose meaning is not clear
 */
export function readAssignments(text: string): ReadonlyMap<string, string> {
  const lines = text.split(/\r\n|\r|\n/);
  const found = new Map<string, Assignment>();
  for (let index = 0; index < lines.length;) {
    if (nothing.test(lines[index]!)) {
      index += 1;
      continue;
    }
    const [read, length] = readAssignment(lines, index);
    const before = found.get(read.name);
    if (before !== undefined && before.value !== read.value)
      throw wrong(
        read.line,
        `sets the variable of line ${before.line} to another value`,
        'remove one of them',
      );
    found.set(read.name, read);
    index += length;
  }
  return new Map([...found.values()].map(({ name, value }) => [name, value]));
}

function readAssignment(lines: readonly string[], index: number): [Assignment, length: number] {
  const line = index + 1;
  const [before, name] = assignment.exec(lines[index]!) ?? [];
  if (before === undefined || name === undefined)
    throw wrong(line, 'is not an assignment', 'write NAME=value, or begin a comment with #');
  const text = lines[index]!.slice(before.length);
  if (/^["'`]/.test(text)) {
    const [value, length] = quoted(text, lines, index);
    return [{ name, value, line }, length];
  }
  return [{ name, value: plain(text, /[ \t]$/.test(before), line), line }, 1];
}

function plain(text: string, isSpaced: boolean, line: number): string {
  const hash = text.indexOf('#');
  if (hash === -1) return text.trim();
  const isComment = hash === 0 ? isSpaced : /[ \t]/.test(text[hash - 1]!);
  if (isComment) return text.slice(0, hash).trim();
  throw wrong(
    line,
    'has a # directly after other characters, which may be part of the value or a comment',
    'put the value in quotation marks, or a space before the comment',
  );
}

/** A value in quotation marks may continue in the next lines, such as a key in PEM. */
function quoted(first: string, lines: readonly string[], index: number): [value: string, length: number] {
  const quote = first[0]!;
  const parts: string[] = [];
  for (let at = index; at < lines.length; at++) {
    const text = at === index ? first.slice(1) : lines[at]!;
    // When the closing mark is missing, the variables of the next lines would become part of the value.
    if (at > index && assignsOwnVariable(text)) break;
    const end = text.indexOf(quote);
    parts.push(end === -1 ? text : text.slice(0, end));
    if (end === -1) continue;
    if (!afterQuote.test(text.slice(end + 1)))
      throw wrong(
        at + 1,
        'has text after the closing quotation mark',
        'put the value in quotation marks that it does not contain, and a space before a comment',
      );
    const value = parts.join('\n');
    return [quote === '"' ? value.replaceAll('\\n', '\n') : value, at - index + 1];
  }
  throw wrong(index + 1, 'opens a quotation mark that is not closed', 'close it, or leave it out');
}

function assignsOwnVariable(text: string): boolean {
  const [, name] = assignment.exec(text) ?? [];
  return name !== undefined && intendedName(name) !== undefined;
}

// The error names the line by its number, since its text may be a secret.
const wrong = (line: number, problem: string, suggestion: string) =>
  new PlivoJsxError('E_ENV_FILE', { place: `Line ${line} of .env`, problem, suggestion });
