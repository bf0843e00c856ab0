/**
 * The sentences that the source files of the elements carry in their JSDoc.
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs';

/** What the source file of one element says about it. */
export interface ElementSentences {
  readonly sentence: string;
  /** Where Plivo documents it. */
  readonly source: string;
  readonly example: string;
  /** The sentence of each attribute, by name. */
  readonly attributes: ReadonlyMap<string, string>;
}

const folders = ['../../src/elements/', '../../src/elements/ssml/'];
const elementName = /^const declaration = declareElement\(\{\n {2}name: '([^']+)'/m;
const elementComment =
  /\/\*\*\n((?: \*.*\n)+?) \*\/\nexport const \w+(?:: \w+<\w+>)? = defineElement\(declaration\)/;
const attributeComment = /^ {4}\/\*\* (.+) \*\/\n {4}(?:'([^']+)'|(\w+)):/gm;

/** The sentences of every element, by the name of its tag. */
export function readSentences(): ReadonlyMap<string, ElementSentences> {
  const files = folders.flatMap((folder) => {
    const directory = new URL(folder, import.meta.url);
    return readdirSync(directory)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(new URL(file, directory), 'utf8').replaceAll('\r\n', '\n'));
  });
  return new Map(files.flatMap((file) => sentencesOf(file)));
}

function sentencesOf(file: string): [string, ElementSentences][] {
  const [, name] = elementName.exec(file) ?? [];
  const [, comment] = elementComment.exec(file) ?? [];
  if (comment === undefined || name === undefined) return [];
  const text = comment.replaceAll(/^ \* ?/gm, '');
  const attributes = [...file.matchAll(attributeComment)].map(
    ([, sentence = '', quoted, plain]) => [quoted ?? plain ?? '', sentence] as const,
  );
  return [
    [
      name,
      {
        sentence: text.slice(0, text.indexOf('\n')),
        source: /^Source: (.+)$/m.exec(text)?.[1] ?? '',
        example: /```tsx\n([\s\S]*?)```/.exec(text)?.[1] ?? '',
        attributes: new Map(attributes),
      },
    ],
  ];
}
