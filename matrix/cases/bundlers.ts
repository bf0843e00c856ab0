/**
 * Bundlers.
 * @module
 */
import { readme, type Case } from '../case.ts';

const files = [readme, 'bundle'];
const prints =
  /<Speak>Hello<\/Speak>[^]*2026-11-30T09:00:00\+01:00\[Europe\/Madrid\][^]*We are open from 9 to 5\./;
// react-jsx in all: each bundler reads tsconfig.json in its own way.
const esbuild = 'esbuild main.tsx --bundle --platform=node';

const webpack = (format: string) => `
import path from 'node:path';
export default {
  mode: 'production', target: 'node', entry: './main.tsx', devtool: false,
  ${format === 'commonjs' ? '' : 'experiments: { outputModule: true },'}
  output: { path: path.resolve('out'), filename: 'main.${format === 'commonjs' ? 'cjs' : 'mjs'}', library: { type: '${format}' } },
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: { rules: [{ test: /\\.tsx?$/, loader: 'ts-loader', options: {
    transpileOnly: true, compilerOptions: { noEmit: false, allowImportingTsExtensions: false } } }] },
};`;

/** Bundlers. */
export const bundlers: readonly Case[] = [
  {
    name: 'esbuild-commonjs',
    sentence: 'esbuild bundles an app with plivo-jsx into one CommonJS file, without a warning.',
    isQuick: true,
    packages: ['esbuild', 'zod'],
    files,
    run: [`${esbuild} --format=cjs --outfile=out/main.cjs`, 'node out/main.cjs'],
    prints,
    neverPrints: /warning/i,
  },
  {
    name: 'esbuild-commonjs-minified',
    sentence: 'The same, minified and in another folder than its sources.',
    isQuick: true,
    packages: ['esbuild', 'zod'],
    files,
    run: [
      `${esbuild} --format=cjs --minify --outfile=out/main.cjs`,
      'mkdir elsewhere && mv out/main.cjs elsewhere && cd elsewhere && node main.cjs',
    ],
    prints,
  },
  {
    name: 'webpack',
    sentence: 'webpack bundles an app with plivo-jsx into one CommonJS file.',
    packages: ['webpack@5', 'webpack-cli', 'ts-loader', 'typescript@5.9'],
    files,
    write: { 'webpack.config.js': webpack('commonjs') },
    run: ['webpack', 'node out/main.cjs'],
    prints,
  },
  {
    name: 'next-turbopack',
    sentence:
      'Next.js with Turbopack builds and serves the route handler of docs/guide/without-flows.md, and a level.',
    packages: ['next@16', 'react@19', 'react-dom@19', 'typescript@5.9', '@types/node@20', '@types/react@19'],
    files: ['docs/guide/without-flows.md', 'next'],
    run: ['rm -f express.ts hono.ts node.ts', 'next build --turbopack', 'node serve.mjs'],
    prints: /^403 200 <\?xml[^]*<Speak>For our opening hours, press 1\.<\/Speak>[^]*Hello from a level/,
  },
];
