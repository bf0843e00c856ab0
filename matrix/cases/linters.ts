/**
 * Linters.
 * @module
 */
import { readme, type Case } from '../case.ts';

const files = [readme, 'docs/guide/flows.md', 'types', 'linters'];
const eslint = 'eslint flows test';

/** Linters over the code of the README and of the guide. */
export const linters: readonly Case[] = [
  {
    name: 'oxlint-jsx-key',
    sentence: 'oxlint with its rules for React, such as jsx-key, accepts the code of the README.',
    isQuick: true,
    packages: ['oxlint@1'],
    files,
    run: ['oxlint --deny-warnings --react-plugin -D react/jsx-key flows test'],
  },
  {
    name: 'biome',
    sentence: 'Biome with its recommended rules accepts the code of the README.',
    isQuick: true,
    packages: ['@biomejs/biome@2'],
    files,
    run: ['biome lint flows test'],
  },
  {
    name: 'typescript-eslint',
    sentence:
      'typescript-eslint with its recommended rules, also those that know types, accepts the code of the README.',
    packages: ['eslint@9', 'typescript-eslint@8', 'typescript@5.9', 'vitest@4', '@types/node@20'],
    files,
    run: ['cp typescript.config.js eslint.config.js', eslint],
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
    run: ['cp react.config.js eslint.config.js', eslint],
  },
];
