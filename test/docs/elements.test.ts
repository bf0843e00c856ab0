import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultText, elementsPage } from '../../docs/scripts/elements-page.ts';
import { readSentences } from '../../docs/scripts/sentences.ts';
import { definitions } from 'plivo-jsx';

const sentences = readSentences();
const elements = [...definitions.values()].map((element) => [element.name, element] as const);

test('docs/reference/elements.md is current; if it is not: npm run docs', () => {
  expect(readFileSync(new URL('../../docs/reference/elements.md', import.meta.url), 'utf8')).toBe(
    elementsPage(),
  );
});

describe.each(elements)('<%s>', (name, { attributes }) => {
  const written = sentences.get(name);

  test('has a sentence, a source and an example', () => {
    expect(written?.sentence).toMatch(/^[A-Z].*\.$/);
    expect(written?.source).toMatch(/^https:\/\/www\.plivo\.com\/docs\b/);
    expect(written?.example).toContain(`<${name}`);
  });

  test('has a sentence for every attribute, and for no other', () => {
    expect([...written!.attributes.keys()]).toEqual([...attributes.keys()]);
    expect([...written!.attributes.values()].filter((sentence) => !/^[A-Z`].+\.$/.test(sentence))).toEqual(
      [],
    );
  });

  test('documents the defaults that it declares', () => {
    const documented = [...written!.attributes].map(([key, sentence]) => [
      key,
      / Default: (.*)\.$/.exec(sentence)?.[1],
    ]);
    expect(documented).toEqual([...attributes].map(([key, attribute]) => [key, defaultText(attribute)]));
  });

  test('documents no unit other than the one it declares', () => {
    const wrong = [...written!.attributes].filter(([key, sentence]) => {
      const unit = attributes.get(key)?.unit;
      return (
        (unit === 's' && !/second/.test(sentence)) || (unit === 'ms' && !/millisecond|ms/.test(sentence))
      );
    });
    expect(wrong).toEqual([]);
  });
});

test('editors show the same sentences for the tags of SSML', () => {
  const source = readFileSync(new URL('../../src/elements/ssml/index.ts', import.meta.url), 'utf8');
  const shown = [...source.matchAll(/\/\*\* (.+) \*\/\n {2}'?([\w-]+)'?: JSX\.IntrinsicAttributes/g)].map(
    ([, sentence, tag]) => [tag, sentence],
  );
  const tags = [...definitions.keys()].filter((name) => /^[a-z]/.test(name));
  expect(shown).toEqual(tags.map((tag) => [tag, sentences.get(tag)?.sentence]));
});
