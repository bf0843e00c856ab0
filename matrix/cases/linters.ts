/**
 * Linters.
 * @module
 */
import { blocksOf } from '../../test/docs/markdown.ts';
import { readme, type Case } from '../case.ts';

const files = [readme, 'docs/guide/flows.md', 'types', 'linters'];
const [biome = ''] = blocksOf('docs/guide/flows.md', '## Linters', 'json');

/** Linters over the code of the README and of the guide. */
export const linters: readonly Case[] = [
  {
    name: 'oxlint-jsx-key',
    sentence: 'oxlint with its rules for React, such as jsx-key, accepts the code of the README.',
    isQuick: true,
    packages: ['oxlint@1', '@biomejs/biome@2'],
    files,
    run: ['oxlint --deny-warnings --react-plugin -D react/jsx-key flows test'],
  },
  {
    name: 'biome',
    sentence:
      'Biome with its recommended rules, and the setting in docs/guide/flows.md, accepts the code of the README.',
    isQuick: true,
    packages: ['oxlint@1', '@biomejs/biome@2'],
    files,
    write: { 'biome.json': biome },
    run: ['biome lint flows test'],
  },
  {
    name: 'typescript-eslint',
    sentence:
      'typescript-eslint with its recommended rules, also those that know types, accepts the code of the README.',
    packages: ['eslint@9', 'typescript-eslint@8', 'typescript@5.9', 'vitest@4', 'zod', '@types/node@20'],
    files,
    run: [
      'eslint -c recommended.config.js flows test',
      'eslint -c typed.config.js flows/shop flows/list test',
    ],
  },
  {
    name: 'eslint-react',
    sentence: 'ESLint React with its recommended rules accepts the code of the README.',
    node: 24,
    packages: [
      'eslint@9',
      '@eslint-react/eslint-plugin',
      'typescript-eslint@8',
      'typescript@5.9',
      'vitest@4',
      '@types/node@20',
    ],
    files,
    run: ['eslint -c react.config.js flows test'],
  },
];
