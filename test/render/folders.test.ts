/* The folders of the renderer import in one direction, so that each can be understood without those above it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const order = ['walk', 'output', 'validate', 'explain'];

/** The folders that the files of a folder import code or types from. */
function importedBy(folder: string): string[] {
  const directory = path.join('src/render', folder);
  const files = readdirSync(directory).map((file) => readFileSync(path.join(directory, file), 'utf8'));
  const names = files.flatMap((code) => [...code.matchAll(/ from '\.\.\/(\w+)\//g)].map(([, name]) => name!));
  return [...new Set(names)].toSorted();
}

describe('the folders of the renderer', () => {
  test('are those of the order', () => {
    const folders = readdirSync('src/render', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).toSorted()).toEqual(order.toSorted());
  });

  test.each(order)('%s imports only folders below it', (folder) => {
    const below = order.slice(order.indexOf(folder) + 1);
    expect(importedBy(folder).filter((name) => !below.includes(name))).toEqual([]);
  });

  test('are read: walk imports all others', () => {
    expect(importedBy('walk')).toEqual(['explain', 'output', 'validate']);
  });
});
