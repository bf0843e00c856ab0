/**
 * Flows that `plivo-jsx` compiles.
 * @module
 */
import { blocksOf } from '../../test/docs/markdown.ts';
import { readme, type Case } from '../case.ts';

const packages = ['esbuild', 'zod'];
const compile = blocksOf('docs/guide/deploy.md', '## Compile flows in advance', 'sh')[0]!;

/** Flows in TypeScript. */
export const flows: readonly Case[] = [
  {
    name: 'flow-helpers',
    sentence: 'A flow imports helpers in .js and .mjs that read files beside them with import.meta.url.',
    isQuick: true,
    packages,
    files: ['flow-js'],
    run: ['plivo-jsx render /files'],
    prints: /<Speak>Hello. We are open from 9 to 5.<\/Speak>/,
  },
  {
    name: 'flow-helpers-commonjs',
    sentence: 'The same in a project without "type": "module".',
    isQuick: true,
    packages,
    files: ['flow-js'],
    write: { 'package.json': '{"type":"commonjs"}' },
    run: ['plivo-jsx render /files'],
    prints: /<Speak>Hello. We are open from 9 to 5.<\/Speak>/,
  },
  {
    name: 'flow-commonjs',
    sentence: 'A flow in TypeScript runs in a project with "type": "commonjs".',
    isQuick: true,
    packages,
    files: [readme],
    write: { 'package.json': '{"type":"commonjs"}' },
    run: ['plivo-jsx render /shop'],
    prints: /<GetDigits/,
  },
  {
    name: 'flow-no-temporary-folder',
    sentence: 'A folder for temporary files that cannot be written is told in a sentence.',
    isQuick: true,
    packages,
    files: [readme],
    // A file: a missing folder would be made by some loaders, and root may write anywhere.
    run: ['! TMPDIR="$PWD/package.json" plivo-jsx render /shop'],
    prints: /^Nothing can be written into \/[^\n]*\/package\.json, [^\n]*\nFix: set TMPDIR[^\n]*\n$/,
  },
  {
    name: 'flow-no-working-directory',
    sentence: 'A working directory that was deleted is told in a sentence.',
    isQuick: true,
    packages,
    run: ['mkdir gone && cd gone && rmdir ../gone && ! node "$PLIVO_JSX" render /shop'],
    prints: /^The working directory does not exist any more[^\n]*\nFix: [^\n]*\n$/,
  },
  {
    name: 'flow-compiled',
    sentence:
      'Flows are compiled as docs/guide/deploy.md says, by a shell that expands no patterns, and are served without a compiler.',
    isQuick: true,
    packages,
    files: [readme, 'call'],
    run: [
      `set -f; ${compile}`,
      'mkdir app && cp -r dist/. app && mkdir -p app/node_modules && cp -r ../node_modules/plivo-jsx app/node_modules',
      'cd dist && node ../call.mjs node "$PLIVO_JSX"',
    ],
    prints: /We are open from 9 to 5\. Goodbye\./,
  },
];
