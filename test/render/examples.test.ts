/* Plivo's own examples, from its documentation and SDKs: what is good goes through unchanged, and what the index says against the others is said by us as well. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { render, RenderError, type Problem } from 'plivo-jsx';
import { alsoWrong } from './also-wrong.ts';
import { expectedOf, isSdkOnly } from './marked-issues.ts';
import { parse, type Parsed } from './parse.ts';
import { rewrite, settled } from './rewrite.ts';

const folder = new URL('../data/plivo/examples/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');

const index = read('index.tsv')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [file = '', , , , wellFormed, issues = ''] = line.split('\t');
    return { file, isWellFormed: wellFormed === 'yes', issues: issues === '' ? [] : issues.split('; ') };
  });

/** The document of a file; a fragment stands in a <Response>. */
function documentOf(file: string): Parsed {
  const xml = read(file);
  return parse(/<Response\b/.test(xml) ? xml : `<Response>${xml}</Response>`);
}

/** A problem in one line: its code, where it is, and the rule that was broken. */
function lineOf({ code, facts, severity }: Problem): string {
  const { element, attribute, message } = facts;
  const place = attribute === undefined ? `<${element}>` : `<${element} ${attribute}>`;
  return `${severity} ${code} ${message ?? place}`;
}

/** Renders a document; what is said about it, without repetition, and what was printed. */
function rendered(document: Parsed): { errors: string[]; warnings: string[]; xml: string | undefined } {
  const warnings: string[] = [];
  const onWarning = (problem: Problem) => void warnings.push(lineOf(problem));
  try {
    const xml = render(rewrite(document), { development: true, onWarning }) as string;
    return { errors: [], warnings, xml };
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    return { errors: [...new Set(error.problems.map(lineOf))], warnings, xml: undefined };
  }
}

/** Attributes that no documentation of Plivo has, and that are unknown to us. */
const sdkOnlyIn = ({ name, attributes, content }: Parsed): string[] => [
  ...Object.keys(attributes)
    .filter((attribute) => isSdkOnly(name, attribute))
    .map((attribute) => `error E_ATTRIBUTE <${name} ${attribute}>`),
  ...content.flatMap((item) => (typeof item === 'string' ? [] : sdkOnlyIn(item))),
];

const wellFormed = index.filter(({ isWellFormed }) => isWellFormed);

test('there are 257 of them, and four are not well-formed', () => {
  expect(index).toHaveLength(257);
  const malformed = index.filter(({ isWellFormed }) => !isWellFormed);
  expect(malformed).toHaveLength(4);
  for (const { file } of malformed) expect(() => parse(read(file))).toThrow('disallowed character');
});

describe('each of Plivo’s examples', () => {
  test.each(wellFormed)('$file', ({ file, issues }) => {
    const document = documentOf(file);
    const expected = new Set([
      ...issues.flatMap(expectedOf),
      ...sdkOnlyIn(document),
      ...(alsoWrong[file] ?? []),
    ]);
    const { errors, warnings, xml } = rendered(document);
    expect(errors.toSorted()).toEqual([...expected].filter((line) => line.startsWith('error')).toSorted());
    if (xml === undefined) return;
    expect(warnings.toSorted()).toEqual(
      [...expected].filter((line) => line.startsWith('warning')).toSorted(),
    );
    expect(settled(parse(xml))).toEqual(settled(document));
  });
});

test('what only SDKs put into <PreAnswer> is served with warnings, once its texts are mended', () => {
  const xml = read('197-python-test-preanswer.xml')
    .replace('this is test</DTMF>', '12</DTMF>')
    .replace('beep="true"', '')
    .replaceAll('This is test', 'https://example.com/');
  expect(rendered(parse(xml))).toMatchObject({
    errors: [],
    warnings: [
      'warning E_SDK_NESTING <GetDigits>',
      'warning E_RULE What follows <Redirect> never runs.',
      'warning E_SDK_NESTING <Redirect>',
      'warning E_SDK_NESTING <Message>',
      'warning E_SDK_NESTING <DTMF>',
    ],
  });
});
