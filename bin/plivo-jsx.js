#!/usr/bin/env node
// The command. Plain JavaScript, so that a Node that is too old can still read it and say so.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `plivo-jsx needs Node 20.19 or newer, and this is ${process.versions.node}.\nFix: install a newer Node from https://nodejs.org. [E_NODE]`,
  );
  process.exit(2);
}
const { existsSync, readFileSync } = await import('node:fs');
if (process.argv[2] === '--version') {
  console.log(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version);
  process.exit(0);
}
const { enableCompileCache } = await import('node:module');
// Node 22 and newer keep what they compiled from one start to the next.
enableCompileCache?.();
// A clone has no dist: it runs from source.
const isClone = existsSync(new URL('../tsconfig.build.json', import.meta.url));
if (isClone) await import('./read-typescript.js');
await import(isClone ? '../src/cli/run.ts' : '../dist/src/cli/run.js');
