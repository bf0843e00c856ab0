import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generatedFiles } from '../../docs/scripts/generate.ts';

const files = await generatedFiles();

test.each([...files.keys()])('%s is what npm run docs writes', (name) => {
  expect(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')).toBe(files.get(name));
});
