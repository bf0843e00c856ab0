/**
 * Reads the comments of props and of functions out of their sources, so that a page says what the hover text says.
 * @module
 */
import { readFileSync } from 'node:fs';

/** One member of a type. */
export interface Prop {
  readonly name: string;
  readonly isRequired: boolean;
  /** The text of its type, without `undefined`. */
  readonly type: string;
  /** Its comment, without the default. */
  readonly sentence: string;
  /** What its comment says after `Default:`. */
  readonly default: string;
}

const readSource = (file: string) =>
  readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n');

/** The text of a comment on one line, as Markdown; links are names. */
const plain = (comment: string) =>
  comment
    .replaceAll(/^\s*\*( |$)/gm, '')
    .replaceAll(/\{@link (\w+)\}/g, '`$1`')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** From the declaration of a type to the empty line after it. */
function declarationOf(source: string, type: string): string {
  const [, , after] =
    new RegExp(`^(?:export )?(interface|type) ${type}\\b([^]*?\\n[)}&; ]*;?)\\n\\n`, 'm').exec(source) ?? [];
  if (after === undefined) throw new Error(`There is no type ${type}.`);
  return after;
}

const member = /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*readonly (\w+)(\??):([^;]*);/g;

/**
 * The members of a type that have a comment, in order.
 *
 * @param file its source, from the root of the project
 */
export function propsOf(file: string, type: string): readonly Prop[] {
  const props = [...declarationOf(readSource(file), type).matchAll(member)];
  if (props.length === 0) throw new Error(`${type} of ${file} has no member with a comment.`);
  return props.map(([, comment = '', name = '', optional, text = '']) => {
    const [sentence = '', byDefault = ''] = plain(comment).split(' Default: ');
    return {
      name,
      isRequired: optional === '',
      type: plain(text)
        .replaceAll(/^\| | \| undefined$/g, '')
        .replace(/^\((\(.*)\)$/, '$1'),
      sentence,
      default: byDefault.replace(/\.$/, ''),
    };
  });
}

/** The first paragraph of the comment of a function or a value. */
export function sentenceOf(file: string, name: string): string {
  const form = new RegExp(`/\\*\\*((?:(?!\\*/)[^])*)\\*/\\nexport (?:async )?(?:function|const) ${name}\\b`);
  const [, comment] = form.exec(readSource(file)) ?? [];
  if (comment === undefined) throw new Error(`${file} has no comment of ${name}.`);
  return plain(
    comment
      .replaceAll(/^\s*\*( |$)/gm, '')
      .trim()
      .split(/\n\n|\n@/)[0]!,
  );
}
