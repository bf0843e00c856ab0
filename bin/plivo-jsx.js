#!/usr/bin/env node
// The command. Plain JavaScript, so that a Node that is too old can still read it and say so.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `plivo-jsx needs Node 20.19 or newer, and this is ${process.versions.node}.\nFix: install a newer Node from https://nodejs.org. [E_NODE]`,
  );
  process.exit(2);
}
const { isClone, readTypeScript } = await import('./read-typescript.js');
if (isClone) await readTypeScript(process.cwd());
await import(isClone ? '../src/cli/main.ts' : '../dist/src/cli/main.js');
