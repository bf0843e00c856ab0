/**
 * Packs plivo-jsx, installs what cases need, and writes their files.
 * @module
 */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { blocksOf, fencesOf } from '../test/docs/markdown.ts';
import type { Case } from './case.ts';
import { runInShell, type Outcome } from './shell.ts';

const here = import.meta.dirname;

/** Makes the tarball, as it is published. Returns its path. */
export async function pack(folder: string): Promise<string> {
  const { code, output } = await runInShell(`npm pack --silent --pack-destination '${folder}'`, {
    cwd: path.dirname(here),
    env: {},
    timeout: 120_000,
  });
  const file = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || file === undefined) throw new Error(`npm pack failed:\n${output}`);
  return path.join(folder, file);
}

const ownNode = Number(process.versions.node.split('.')[0]);

/** The packages of a case, in the words of npm. */
export const packagesOf = ({ packages = [], node, isBare }: Case, tarball: string): readonly string[] => [
  ...(isBare === true ? [] : [tarball]),
  ...(node === undefined || node === ownNode ? [] : [`node-${process.platform}-${process.arch}@${node}`]),
  ...packages,
];

/** Installs packages into a new folder. */
export async function install(
  folder: string,
  packages: readonly string[],
  timeout: number,
): Promise<Outcome> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"name":"project","version":"1.0.0","type":"module"}');
  if (packages.length === 0) return { code: 0, output: '' };
  const words = packages.map((name) => `'${name}'`).join(' ');
  const command = `npm install --no-audit --no-fund --prefer-offline --loglevel=error ${words}`;
  return runInShell(command, { cwd: folder, env: {}, timeout });
}

/** Writes the files of a case into a folder of its own, below its installation. */
export function writeFiles({ files = [], write = {} }: Case, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFile(folder, 'package.json', '{"name":"app","version":"1.0.0","private":true,"type":"module"}');
  for (const name of files) {
    if (name.endsWith('.md')) writeFences(name, folder);
    else cpSync(path.join(here, 'files', name), folder, { recursive: true });
  }
  for (const [name, text] of Object.entries(write)) writeFile(folder, name, text);
}

/** The code of a page; with README.md, the settings of the compiler too. */
function writeFences(page: string, folder: string): void {
  for (const { text } of fencesOf(page)) {
    const [, name] = /^\/\/ ([\w./-]+\.tsx?)\b.*\n/.exec(text) ?? [];
    if (name !== undefined) writeFile(folder, name, text);
  }
  const [settings] = page === 'README.md' ? blocksOf(page, '## Install', 'json') : [];
  if (settings !== undefined) writeFile(folder, 'tsconfig.json', settings);
}

function writeFile(folder: string, name: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}
