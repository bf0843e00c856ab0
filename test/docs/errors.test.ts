import { describe, expect, test } from 'vitest';
import { errors } from '../../src/error-table.ts';
import type { ErrorCode, Facts } from '../../src/errors.ts';
import { filesBelow, fencesOf, read } from './markdown.ts';
import { pages } from './pages.ts';

const codes = Object.keys(errors) as ErrorCode[];
const file = 'docs/reference/errors.md';
const page = read(file);

/** Stands for any fact of a sentence. */
const anything = '⟨anything⟩';
const allFacts: Facts = new Proxy({}, { get: () => anything });
const noGuess: Facts = new Proxy({}, { get: (_, name) => (name === 'guess' ? undefined : anything) });

/** The sentences of an entry as patterns: with a guess and without. */
function patternsOf(code: ErrorCode, part: 'message' | 'fix'): RegExp[] {
  const entry: { message(facts: never): string; fix(facts: never): string } = errors[code];
  return [allFacts, noGuess].map((facts) => {
    const text = entry[part](facts as never).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`^${text.replaceAll(anything, '.*')}$`);
  });
}

test('errors.md has every code of the table and no other, in the same order', () => {
  expect([...page.matchAll(/^### (.+)$/gm)].map(([, code]) => code)).toEqual(codes);
});

test('every code is used somewhere', () => {
  const sources = [...filesBelow('src'), ...filesBelow('bin')].filter(
    (file) => file !== 'src/error-table.ts',
  );
  const text = sources.map((file) => read(file)).join('\n');
  expect(codes.filter((code) => !new RegExp(`'${code}'|\\[${code}\\]`).test(text))).toEqual([]);
});

describe.each(codes)('%s', (code) => {
  const [, section = ''] = page.split(new RegExp(`^### ${code}$`, 'm'));
  const [own = ''] = section.split(/^##/m);

  test('has a sentence and a fix', () => {
    const [says] = patternsOf(code, 'message');
    const [fix] = patternsOf(code, 'fix');
    expect(says?.source).not.toBe('^$');
    expect(fix?.source).not.toBe('^$');
    expect(errors[code].fix(allFacts as never)).not.toMatch(/undefined/);
  });

  test('is described: when it happens, an example, and what to do', () => {
    const [before, example, after] = own.split(/```text\n|```\n/);
    expect(before?.trim()).toMatch(/^[A-Z`].*\.$/s);
    expect(after?.trim()).toMatch(/^[A-Z`].*\.$/s);
    const [sentence = '', fix = ''] = (example ?? '').trim().split('\n');
    expect(patternsOf(code, 'message').some((pattern) => pattern.test(sentence))).toBe(true);
    expect(fix).toMatch(/^Fix: /);
    expect(fix).toContain(` [${code}]`);
    const words = fix.slice('Fix: '.length, -` [${code}]`.length);
    expect(patternsOf(code, 'fix').some((pattern) => pattern.test(words))).toBe(true);
  });
});

test('every code that another page names is in the table', () => {
  const named = pages.flatMap((file) => [...read(file).matchAll(/\bE_[A-Z_]+\b/g)].map(([code]) => code));
  expect(named.filter((code) => !codes.includes(code as ErrorCode))).toEqual([]);
});

test('the example at the top of errors.md is the one that flows.md shows', () => {
  const [first] = fencesOf(file);
  const shown = read('docs/guide/flows.md');
  for (const line of first!.text.trim().split('\n')) expect(shown).toContain(line);
});
