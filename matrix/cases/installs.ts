/**
 * Package managers.
 * @module
 */
import { blocksOf } from '../../test/docs/markdown.ts';
import { readme, type Case } from '../case.ts';

const resolutions = blocksOf('docs/guide/troubleshooting.md', '## It does not install', 'json')[0]!;
const npm = 'npm install --no-audit --no-fund --loglevel=warn';

/** Installations. */
export const installs: readonly Case[] = [
  {
    name: 'npm-engine-strict',
    sentence: 'npm on Node 20 installs plivo-jsx with engine-strict, and without a warning.',
    isQuick: true,
    isBare: true,
    node: 20,
    run: [`${npm} --engine-strict "$TARBALL"`, 'plivo-jsx --version'],
    neverPrints: /warn/i,
  },
  {
    name: 'npm-production',
    sentence:
      'npm ci --omit=dev leaves out Vitest, TypeScript and esbuild that a project has for development.',
    isBare: true,
    run: [
      `${npm} "$TARBALL"`,
      `${npm} --ignore-scripts --save-dev vitest@4 esbuild typescript@7`,
      'rm -rf node_modules && npm ci --omit=dev --no-audit --no-fund --loglevel=error',
      'ls node_modules && du -sm node_modules',
    ],
    // In MB, with Fastify; 43 MB came with Vitest and esbuild alone.
    prints: /^(?![^]*(vitest|esbuild|typescript|rolldown))[^]*\n(1\d|2\d|3[0-2])\tnode_modules\n$/,
  },
  {
    name: 'yarn-1',
    sentence:
      'Yarn 1 on Node 20 installs plivo-jsx with the lines that docs/guide/troubleshooting.md shows, and it serves a flow.',
    isQuick: true,
    isBare: true,
    node: 20,
    packages: ['yarn@1'],
    files: [readme, 'call'],
    write: { 'package.json': resolutions },
    run: [
      'yarn add --silent "file:$TARBALL" esbuild',
      'node call.mjs node node_modules/plivo-jsx/bin/plivo-jsx.js',
    ],
    prints: /We are open from 9 to 5\. Goodbye\.[^]*start ended with 0\n$/,
  },
  {
    name: 'pnpm',
    sentence: 'pnpm installs plivo-jsx apart from the other packages, and a test of the README passes.',
    isBare: true,
    node: 22,
    packages: ['pnpm@10'],
    files: [readme],
    run: [
      'pnpm add --silent "file:$TARBALL" esbuild vitest@4 typescript@7 @types/node@22',
      'node_modules/.bin/plivo-jsx render /shop',
      'node_modules/.bin/tsc',
      'node_modules/.bin/vitest run',
    ],
    prints: /Tests +[12] passed/,
  },
];
