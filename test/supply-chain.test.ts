import { describe, expect, test } from 'vitest';
import { read } from './docs/markdown.ts';

interface Package {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly hasInstallScript?: boolean;
}

const { packages } = JSON.parse(read('package-lock.json')) as { packages: Readonly<Record<string, Package>> };

/** The folder in which Node finds a package that is imported from another folder. */
function folderOf(name: string, from: string): string {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const found = `${folder && `${folder}/`}node_modules/${name}`;
    if (found in packages) return found;
    if (folder === '') throw new Error(`package-lock.json has no ${name}, which ${from || 'we'} need`);
  }
}

/** The folders of all that a package brings with it. */
function broughtBy(folder: string, all = new Set<string>()): ReadonlySet<string> {
  const { dependencies, optionalDependencies } = packages[folder]!;
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const found = folderOf(name, folder);
    if (all.has(found)) continue;
    all.add(found);
    broughtBy(found, all);
  }
  return all;
}

describe('what an installed plivo-jsx brings with it', () => {
  const all = broughtBy('');
  const fastify = broughtBy('node_modules/fastify', new Set(['node_modules/fastify']));
  const names = [...all].map((folder) => folder.slice(folder.lastIndexOf('node_modules/') + 13));

  test('is Fastify with its own packages, and these few', () => {
    const others = [...all].filter((folder) => !fastify.has(folder));
    expect(others.toSorted()).toEqual([
      'node_modules/@fastify/formbody',
      'node_modules/@hpcc-js/wasm-graphviz',
      'node_modules/@opentelemetry/api',
      'node_modules/@standard-schema/spec',
      'node_modules/bintrees',
      'node_modules/chokidar',
      'node_modules/close-with-grace',
      'node_modules/fastify-plugin',
      'node_modules/lru-cache',
      'node_modules/prom-client',
      'node_modules/readdirp',
      'node_modules/saxes',
      'node_modules/tdigest',
      'node_modules/temporal-polyfill',
      'node_modules/temporal-spec',
      'node_modules/temporal-utils',
      'node_modules/xmlchars',
    ]);
    expect(others.length).toBeLessThanOrEqual(17);
    expect(fastify.size).toBeGreaterThan(30);
  });

  test('runs nothing while it is installed', () => {
    const scripted = [...all].filter((folder) => packages[folder]!.hasInstallScript === true);
    expect(scripted).toEqual([]);
    // The lock file does tell: a compiler for development has such a script.
    expect(packages['node_modules/esbuild']?.hasInstallScript).toBe(true);
  });

  test('has no SDK and no compiler: TypeScript is compiled by what the project chooses', () => {
    for (const name of ['plivo', 'request', 'esbuild', 'tsx', 'typescript'])
      expect(names).not.toContain(name);
  });
});
