/**
 * The pages of the documentation, and what their examples run in.
 */
import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { printed, startCommand } from '../cli/run-command.ts';
import { shippedPackage } from '../support/shipped.ts';
import { blocksOf, fencesOf, filesBelow, type Fence } from './markdown.ts';

/** The pages that are installed with the package. */
export const packedPages = [
  'README.md',
  'SECURITY.md',
  ...filesBelow('docs/guide'),
  ...filesBelow('docs/reference'),
];

/** All pages. */
export const pages = [
  ...packedPages,
  'CONTRIBUTING.md',
  'bench/README.md',
  'fuzz/README.md',
  'soak/README.md',
];

/** All blocks of all pages. */
export const fences: readonly Fence[] = pages.flatMap((file) => fencesOf(file));

/** The file that a block is: its first line is a comment with the name of the file. */
export const fileOf = ({ text }: Fence) => /^\/\/ ([\w./-]+\.tsx?)\n/.exec(text)?.[1];

/** The variables of the page about a Plivo number. */
export const account = Object.fromEntries(
  blocksOf('docs/guide/plivo-number.md', '# Connect a Plivo number', 'ini')[0]!
    .trim()
    .split('\n')
    .map((line) => line.split('=') as [string, string]),
);

const started: ChildProcess[] = [];

afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
});

/** A user's project with the files that the pages show, and these packages of the repository. */
export async function projectOfPages(...packages: readonly string[]): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pages-'));
  await mkdir(path.join(folder, 'node_modules'));
  await symlink(shippedPackage, path.join(folder, 'node_modules/plivo-jsx'));
  for (const name of ['zod', ...packages])
    await symlink(path.resolve('node_modules', name), path.join(folder, 'node_modules', name));
  await writeFile(path.join(folder, 'package.json'), '{"type":"module"}');
  for (const fence of fences) {
    const file = fileOf(fence);
    if (file === undefined) continue;
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), fence.text);
  }
  return folder;
}

/** A running app, and all that it prints. */
export interface Server {
  readonly url: string;
  /** What it has printed so far. */
  log(): string;
}

/** Runs `plivo-jsx start` in a folder, by default in a project with Inspire Works. */
export async function serve(env: Readonly<Record<string, string>>, cwd?: string): Promise<Server> {
  const child = startCommand(['start'], { ...env, PORT: '0' }, cwd);
  started.push(child);
  let log = '';
  child.stdout?.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const [, url] = await printed(child, /listens on (http:[^\s,]+)[^]*(?:Try it|must be signed)[^\n]*\n/);
  return { url: url!, log: () => log };
}
