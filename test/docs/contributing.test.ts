import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codeIn, fencesOf, rowsOf, sectionOf } from './markdown.ts';

test('the tree and the layers of CONTRIBUTING.md have every folder', () => {
  const [tree] = fencesOf('CONTRIBUTING.md').filter(({ language }) => language === 'text');
  const shown = [...tree!.text.matchAll(/^ *([a-z.-]+)\/? /gm)].map(([, name]) => name);
  const folders = readdirSync('src', { withFileTypes: true });
  expect(folders.map(({ name }) => name).filter((name) => !shown.includes(name))).toEqual([]);
  const layers = rowsOf(sectionOf('CONTRIBUTING.md', '## Architecture')).map(([layer]) => codeIn(layer));
  const layered = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(layers.toSorted()).toEqual([...layered, 'errors', 'flows', 'jsx-runtime'].toSorted());
});
