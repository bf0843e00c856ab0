/**
 * Compiles flows that are TypeScript: all of them, and what they share, into one module in memory.
 *
 * One module loads faster than many, and needs no hook through which every package of the project would be loaded.
 * @module
 */
import type { BuildOptions } from 'esbuild';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PlivoJsxError } from '../../errors.ts';
import { importMeta } from './compile-import-meta.ts';
import { packagesOutside } from './compile-packages.ts';

/** Loads one file, as `import()` does. */
export type Loader = () => Promise<unknown>;

/**
 * Compiles files together. A module that they share exists once, and no file runs before it is loaded.
 *
 * @param files relative to the working directory
 * @param production compiles without the places of elements
 * @returns a loader for each file
 * @throws {@link PlivoJsxError} `E_COMPILER` when esbuild is not installed, `E_TEMPORARY_FOLDER` when nothing can be
 *   written for the time of the compilation; esbuild's own error for what does not compile
 */
export async function compileFlows(
  files: readonly string[],
  production: boolean,
): Promise<readonly Loader[]> {
  const esbuild = await compiler(files.find((file) => !file.endsWith('.js'))!);
  const folder = temporaryFolder();
  try {
    const bundle = path.join(folder, 'flows.mjs');
    const text = await textOf(files, esbuild, bundle, writeTsconfig(folder, production));
    writeTemporary(bundle, text);
    // From here on stacks show the lines of the author's files.
    process.setSourceMapsEnabled(true);
    const { loaders } = (await import(pathToFileURL(bundle).href)) as { loaders: readonly Loader[] };
    return loaders;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const temporaryFolder = () => inTemporaryFolder((parent) => mkdtempSync(path.join(parent, 'plivo-jsx-')));

const writeTemporary = (file: string, text: string | Uint8Array) =>
  inTemporaryFolder(() => writeFileSync(file, text));

/** Writes there. What fails is a matter of the machine, not of the flows. */
function inTemporaryFolder<T>(write: (parent: string) => T): T {
  const folder = tmpdir();
  try {
    return write(folder);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new PlivoJsxError('E_TEMPORARY_FOLDER', { folder, code }, { cause: error });
  }
}

async function textOf(
  files: readonly string[],
  { build, stop }: typeof import('esbuild'),
  outfile: string,
  tsconfig: string,
): Promise<Uint8Array> {
  const stdin = { contents: entry(files), resolveDir: process.cwd(), sourcefile: 'flows' };
  try {
    const { outputFiles } = await build({ ...options, stdin, outfile, tsconfig });
    return outputFiles[0]!.contents;
  } finally {
    // It is a process of its own, and flows are compiled once.
    void stop();
  }
}

const options = {
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  target: `node${process.versions.node}`,
  // As Node resolves; from source, plivo-jsx itself is source.
  mainFields: ['main'],
  conditions: import.meta.url.endsWith('.ts') ? ['plivo-jsx-source'] : [],
  sourcemap: 'inline',
  sourcesContent: false,
  // Errors name components by their functions; a file may be imported for its side effects alone.
  keepNames: true,
  treeShaking: false,
  ignoreAnnotations: true,
  charset: 'utf8',
  logLevel: 'silent',
  // A computed name could only fail during a call.
  logOverride: { 'unsupported-dynamic-import': 'error' },
  // The first one comes first: the names with which it imports are not names of packages.
  plugins: [importMeta, packagesOutside],
} satisfies BuildOptions;

// A dynamic import runs its file when it is called, so each flow has its own error.
function entry(files: readonly string[]): string {
  const loaders = files.map(
    (file) => `() => import(${JSON.stringify(`./${file.replaceAll(path.sep, '/')}`)})`,
  );
  return `export const loaders = [${loaders.join(', ')}];`;
}

// The author's own settings, except for JSX: it is compiled with places in development, without in production.
function writeTsconfig(folder: string, production: boolean): string {
  const own = path.resolve('tsconfig.json');
  const jsx = production ? 'react-jsx' : 'react-jsxdev';
  const file = path.join(folder, 'tsconfig.json');
  const settings = {
    ...(existsSync(own) && { extends: own }),
    compilerOptions: { jsx, jsxImportSource: 'plivo-jsx' },
  };
  writeTemporary(file, JSON.stringify(settings));
  return file;
}

/** The esbuild of the project, or else one that plivo-jsx finds, as a clone does. */
async function compiler(file: string): Promise<typeof import('esbuild')> {
  try {
    return (await import(ownCompiler() ?? 'esbuild')) as typeof import('esbuild');
  } catch (error) {
    throw new PlivoJsxError('E_COMPILER', { file }, { cause: error });
  }
}

function ownCompiler(): string | undefined {
  try {
    return pathToFileURL(createRequire(path.resolve('package.json')).resolve('esbuild')).href;
  } catch {
    return undefined;
  }
}
