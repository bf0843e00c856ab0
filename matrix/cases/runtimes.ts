/**
 * What runs JavaScript.
 * @module
 */
import { readme, type Case } from '../case.ts';

const served = {
  packages: ['esbuild'],
  files: [readme, 'call'],
  prints: /We are open from 9 to 5\. Goodbye\.[^]*start ended with 0\n$/,
};

const node = (version: 20 | 22 | 24 | 26): Case => ({
  ...served,
  name: `node-${version}`,
  sentence: `Node ${version} serves the flow of the README, and the phone calls it.`,
  node: version,
  run: ['node call.mjs node "$PLIVO_JSX"'],
});

/** Runtimes. */
export const runtimes: readonly Case[] = [
  { ...node(20), isQuick: true, packages: ['esbuild', 'zod'] },
  node(22),
  node(24),
  node(26),
  {
    ...served,
    name: 'bun',
    sentence: 'Bun serves the flow of the README, and the phone calls it.',
    packages: ['esbuild', 'bun'],
    run: ['node call.mjs ../node_modules/.bin/bun "$PLIVO_JSX"'],
  },
  {
    ...served,
    name: 'deno',
    sentence: 'Deno serves the flow of the README, and the phone calls it.',
    packages: ['esbuild', 'deno'],
    run: ['node call.mjs ../node_modules/.bin/deno run -A "$PLIVO_JSX"'],
  },
];
