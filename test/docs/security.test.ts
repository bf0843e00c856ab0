import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { read, sectionOf } from './markdown.ts';

const promised = sectionOf('SECURITY.md', '## What is promised');
const proofs = [...promised.matchAll(/^- `([^`]+)`: (.+)$/gm)].map(
  ([, file, name]) => [file!, name!] as const,
);

describe('each promise of SECURITY.md', () => {
  test.each(proofs)('%s: %s', (file, name) => {
    expect(existsSync(file)).toBe(true);
    // As it is written in the file: a name with an apostrophe stands in other quotes.
    const written = ["'", '"', '`'].map((quote) => quote + name + quote);
    expect(written.filter((text) => read(file).includes(text))).toHaveLength(1);
  });

  test('names a test', () => {
    const parts = promised.split(/^### .+$/m).slice(1);
    expect(parts.filter((part) => !/^- `test\//m.test(part))).toEqual([]);
    // A paragraph is a promise: the tests that hold it follow.
    const paragraphs = parts.flatMap((part) => part.trim().split('\n\n'));
    const alone = paragraphs.filter(
      (text, index) => !text.startsWith('- ') && !paragraphs[index + 1]?.startsWith('- '),
    );
    expect(alone).toEqual([]);
    expect(proofs.length).toBeGreaterThan(30);
  });
});

test('SECURITY.md names no test that is skipped', () => {
  const off = proofs.filter(([file]) =>
    /\b(?:test|describe|it)\.(?:skip|todo|only|fails)\b/.test(read(file)),
  );
  expect(off).toEqual([]);
});
