/**
 * Compiles flows that are TypeScript: all of them, and what they share, into one module in memory.
 *
 * One module is read faster than many, and without a hook that every package of the project would have to pass.
 * @module
 */
import type { BuildOptions } from 'esbuild';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PlivoJsxError } from '../../errors.ts';
import { importMeta } from './compile-import-meta.ts';
import { packagesOutside } from './compile-packages.ts';

/** Loads one of the compiled files, as `import()` would load it. */
type Load = () => Promise<unknown>;

/**
 * Compiles files together. What they share exists once, and nothing of them runs before it is loaded.
 *
 * @param files relative to the working directory
 * @returns for each file, what loads it
 * @throws {@link PlivoJsxError} `E_COMPILER` when esbuild is not installed; esbuild's own error for what does not compile
 */
export async function compileFlows(files: readonly string[]): Promise<readonly Load[]> {
  const esbuild = await compiler(files.find((file) => !file.endsWith('.js'))!);
  const folder = mkdtempSync(path.join(tmpdir(), 'plivo-jsx-'));
  try {
    const bundle = path.join(folder, 'flows.mjs');
    writeFileSync(bundle, await textOf(files, esbuild, bundle, writeTsconfig(folder)));
    // From here on stacks tell the author's own lines.
    process.setSourceMapsEnabled(true);
    const { loads } = (await import(pathToFileURL(bundle).href)) as { loads: readonly Load[] };
    return loads;
  } finally {
    rmSync(folder, { recursive: true, force: true });
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
  // Components are told by their names, and a file is there for what it does, too.
  keepNames: true,
  treeShaking: false,
  ignoreAnnotations: true,
  charset: 'utf8',
  logLevel: 'silent',
  // What is only known during a call could only fail during a call.
  logOverride: { 'unsupported-dynamic-import': 'error' },
  plugins: [packagesOutside, importMeta],
} satisfies BuildOptions;

// A dynamic import runs nothing before it is asked for, and gives each flow its own error.
function entry(files: readonly string[]): string {
  const loads = files.map((file) => `() => import(${JSON.stringify(`./${file.replaceAll(path.sep, '/')}`)})`);
  return `export const loads = [${loads.join(', ')}];`;
}

// The author's own settings hold, but for how JSX is compiled: with places in development, without in production.
function writeTsconfig(folder: string): string {
  const own = path.resolve('tsconfig.json');
  const jsx = process.env['NODE_ENV'] === 'production' ? 'react-jsx' : 'react-jsxdev';
  const file = path.join(folder, 'tsconfig.json');
  const settings = {
    ...(existsSync(own) && { extends: own }),
    compilerOptions: { jsx, jsxImportSource: 'plivo-jsx' },
  };
  writeFileSync(file, JSON.stringify(settings));
  return file;
}

async function compiler(file: string): Promise<typeof import('esbuild')> {
  try {
    return await import('esbuild');
  } catch (error) {
    throw new PlivoJsxError('E_COMPILER', { file }, { cause: error });
  }
}
