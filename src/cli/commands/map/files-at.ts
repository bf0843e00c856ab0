/**
 * The project as it was in an earlier commit.
 * @module
 */
import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { PlivoJsxError } from '../../../errors.ts';

const run = promisify(execFile);

/**
 * Does something where the files of a commit are, with the packages of now. The repository stays as it is.
 *
 * @throws {@link PlivoJsxError} `E_GIT` when git does not run, or does not know the commit
 */
export async function filesAt<Result>(ref: string, use: () => Promise<Result>): Promise<Result> {
  const project = process.cwd();
  const folder = mkdtempSync(path.join(tmpdir(), 'plivo-jsx-'));
  try {
    const tree = path.join(folder, 'tree');
    const within = await checkOut(ref, folder, tree);
    const earlier = path.join(tree, within);
    mkdirSync(earlier, { recursive: true });
    linkPackages(project, earlier, within);
    useThisCopy(project, earlier, folder);
    process.chdir(earlier);
    return await use();
  } finally {
    process.chdir(project);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes the files of a commit; returns where in the repository the working directory is. */
async function checkOut(ref: string, folder: string, tree: string): Promise<string> {
  // An index of its own, so that that of the repository is not touched.
  const env = { ...process.env, GIT_INDEX_FILE: path.join(folder, 'index') };
  const git = async (...args: string[]) => (await run('git', args, { env })).stdout.trim();
  try {
    const commit = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
    await git('read-tree', commit);
    await git('checkout-index', '--all', `--prefix=${tree}/`);
    return await git('rev-parse', '--show-prefix');
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    const problem = code === 'ENOENT' ? 'git is not installed' : 'git does not know it';
    throw new PlivoJsxError('E_GIT', { ref, problem }, { cause: error });
  }
}

/** Links each folder of packages that the project can see in its repository. */
function linkPackages(project: string, earlier: string, within: string): void {
  const depth = within.split('/').filter((part) => part !== '').length;
  for (let up = 0; up <= depth; up++) {
    const steps = Array.from({ length: up }, () => '..');
    const packages = path.join(project, ...steps, 'node_modules');
    const link = path.join(earlier, ...steps, 'node_modules');
    if (existsSync(packages) && !existsSync(link)) symlinkSync(packages, link, 'junction');
  }
}

/** In a clone of plivo-jsx, flows import the package that they are in: an app takes only elements of its own copy. */
function useThisCopy(project: string, earlier: string, folder: string): void {
  const file = path.join(earlier, 'package.json');
  if (!existsSync(file)) return;
  const { name, exports: _, ...others } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  if (name !== 'plivo-jsx') return;
  writeFileSync(file, JSON.stringify(others));
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(project, path.join(folder, 'node_modules/plivo-jsx'), 'junction');
}
