/**
 * Reads the comments of an interface out of its source, so that a page says what the hover text says.
 * @module
 */
import { readFileSync } from 'node:fs';

/** One member of an interface. */
export interface Member {
  readonly name: string;
  readonly sentence: string;
  /** The text of its type. */
  readonly type: string;
}

/** The members of an interface that have a comment, in order. */
export function membersOf(file: string, name: string): readonly Member[] {
  const source = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  const [, body = ''] = new RegExp(`interface ${name} \\{\\n([^]*?)\\n\\}`).exec(source) ?? [];
  const member = /^ {2}\/\*\* (.+?) \*\/\n {2}(?:readonly )?(\w+)\??: ([^]*?);\n(?= {2}\/\*\*|$)/gm;
  return [...`${body}\n`.matchAll(member)].map(([, sentence, key, type]) => ({
    name: key!,
    sentence: sentence!,
    type: type!,
  }));
}

/** The fields of an object type; those that may be missing with a question mark. */
export const fieldsOf = (type: string): readonly string[] =>
  [...type.matchAll(/(?:^|[{;\n]\s*)readonly (\w+\??):/g)].map(([, field]) => field!);
