/**
 * Test runners.
 * @module
 */
import { readme, type Case } from '../case.ts';

const settings = JSON.stringify({
  extends: './tsconfig.json',
  compilerOptions: { skipLibCheck: false },
  include: ['flows', 'test/*.ts'],
});

const vitest = (version: string, more: Partial<Case> = {}): Case => ({
  name: `vitest-${version}`,
  sentence: `Vitest ${version} runs the test of the README, and TypeScript knows the matchers.`,
  packages: [`vitest@${version}`, 'typescript@7', '@types/node@22'],
  files: [readme],
  write: { 'tsconfig.test.json': settings },
  run: ['tsc -p tsconfig.test.json', 'vitest run'],
  prints: /Tests +[12] passed/,
  ...more,
});

/** Test runners. */
export const tests: readonly Case[] = [
  vitest('3', {
    // Vitest 3 and its own copy of Chai declare one method twice; nothing else may be wrong.
    run: ['tsc -p tsconfig.test.json | grep -v "Duplicate identifier .containSubset." && exit 1; vitest run'],
  }),
  vitest('4', { isQuick: true }),
  vitest('5', { node: 22 }),
  {
    name: 'vitest-2-beside',
    sentence: 'A project with Vitest 2, which plivo-jsx does not support, can still install plivo-jsx.',
    packages: ['vitest@2'],
    isBare: true,
    write: { 'package.json': '{"type":"module"}' },
    run: [
      'npm install --no-audit --no-fund --loglevel=error --save-dev vitest@2',
      'npm install --no-audit --no-fund --loglevel=error "$TARBALL"',
      'plivo-jsx --version',
    ],
    prints: /^\d+\.\d+\.\d+\n$/,
  },
  {
    name: 'jest',
    sentence:
      'Jest runs tests of a flow on Node 20, as ES modules, with a flow snapshot, and TypeScript knows the matchers.',
    packages: [
      'jest@30',
      '@jest/globals@30',
      'expect@30',
      '@swc/jest',
      '@swc/core',
      'typescript@7',
      '@types/node@20',
    ],
    node: 20,
    files: [readme, 'jest'],
    write: { 'tsconfig.test.json': settings },
    // In CI, Jest writes no snapshot without --ci=false.
    run: ['tsc -p tsconfig.test.json', 'NODE_OPTIONS=--experimental-vm-modules jest --ci=false 2>&1'],
    prints: /Tests: +3 passed/,
  },
];
