#!/usr/bin/env node
// The command. Plain JavaScript, so that a Node that is too old can still read it and say so.
import { existsSync } from 'node:fs';
import module from 'node:module';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `plivo-jsx needs Node 20.19 or newer, and this is ${process.versions.node}.\nFix: install a newer Node from https://nodejs.org. [E_NODE]`,
  );
  process.exit(2);
}

// A clone has no dist: it runs from source, with the condition that leads `plivo-jsx` to source as well.
const isClone = existsSync(new URL('../tsconfig.build.json', import.meta.url));
if (isClone) {
  module.register('./source-condition.js', import.meta.url);
  const { register } = await import('tsx/esm/api');
  register();
}
const main = isClone ? '../src/cli/main.ts' : '../dist/src/cli/main.js';
await import(main);
