/* Whoever uses a public function can name every type in its signature: each is exported by a public entry. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

// The compiler takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** A declaration file: what it declares, imports and exports, by name. */
interface Module {
  readonly declared: Map<string, Node>;
  /** The file and the name there. */
  readonly imported: Map<string, { readonly from: string; readonly name: string }>;
  /** The local names of exports, or where they are re-exported from. */
  readonly exported: Map<string, { readonly from?: string; readonly name: string }>;
  readonly stars: string[];
}

const folder = mkdtempSync(path.join(tmpdir(), 'types-'));
const modules = new Map<string, Module>();
const { exports: entries } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly exports: { readonly [entry: string]: string | { readonly types: string } };
};
const fileOf = (entry: string) =>
  path.join(folder, (entries[entry] as { readonly types: string }).types.replace('./dist/', ''));

beforeAll(() => {
  const args = ['-p', 'tsconfig.build.json', '--declarationMap', 'false', '--outDir', folder];
  execFileSync('node_modules/.bin/tsc', args);
});

afterAll(() => rmSync(folder, { recursive: true }));

const nameOf = (node: unknown) => (node as { readonly name?: string; readonly value?: string }).name ?? '';

function moduleOf(file: string): Module {
  const known = modules.get(file);
  if (known !== undefined) return known;
  const module: Module = { declared: new Map(), imported: new Map(), exported: new Map(), stars: [] };
  modules.set(file, module);
  const { body } = parseAst(readFileSync(file, 'utf8'), { lang: 'dts' }) as unknown as {
    readonly body: readonly Node[];
  };
  const target = (node: Node) => {
    const written = (node['source'] as { readonly value: string } | null)?.value;
    if (written === undefined) return undefined;
    const found = path.resolve(path.dirname(file), written.replace(/\.[jt]s$/, '.d.ts'));
    return written.startsWith('.') && existsSync(found) ? found : written;
  };
  for (const statement of body) {
    const from = target(statement);
    if (statement.type === 'ImportDeclaration') {
      for (const specifier of statement['specifiers'] as readonly Node[])
        module.imported.set(nameOf(specifier['local']), {
          from: from!,
          name: nameOf(specifier['imported'] ?? {}),
        });
    } else if (statement.type === 'ExportAllDeclaration') module.stars.push(from!);
    else {
      for (const specifier of (statement['specifiers'] ?? []) as readonly Node[])
        module.exported.set(nameOf(specifier['exported']), {
          ...(from === undefined ? {} : { from }),
          name: nameOf(specifier['local']),
        });
      const declaration = (statement['declaration'] ?? statement) as Node;
      for (const declared of (declaration['declarations'] ?? [declaration]) as readonly Node[]) {
        const name = nameOf(declared['id'] ?? {});
        if (name === '') continue;
        module.declared.set(name, declared);
        if (statement.type === 'ExportNamedDeclaration') module.exported.set(name, { name });
      }
    }
  }
  return module;
}

/** Where a name is declared, as `file#name`; undefined for names of other packages and of the language. */
function resolve(file: string, name: string): string | undefined {
  const module = moduleOf(file);
  if (module.declared.has(name)) return `${file}#${name}`;
  const imported = module.imported.get(name);
  return imported === undefined ? undefined : resolveExport(imported.from, imported.name);
}

function resolveExport(file: string, name: string): string | undefined {
  if (!file.startsWith(folder)) return undefined;
  const module = moduleOf(file);
  const exported = module.exported.get(name);
  if (exported?.from !== undefined) return resolveExport(exported.from, exported.name);
  if (exported !== undefined) return resolve(file, exported.name);
  return module.stars.map((star) => resolveExport(star, name)).find((found) => found !== undefined);
}

const publicNames = (file: string): string[] => {
  const { exported, stars } = moduleOf(file);
  return [...exported.keys(), ...stars.flatMap(publicNames)];
};

const publicIn = (entry: string) =>
  new Set(publicNames(fileOf(entry)).map((name) => resolveExport(fileOf(entry), name)));

/** The names of types that a declaration refers to, without those of private members. */
function referred(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(referred);
  if (typeof node !== 'object' || node === null) return [];
  const { type, accessibility, ...fields } = node as Node;
  if (accessibility === 'private') return [];
  const own =
    (type === 'TSTypeReference' && fields['typeName']) ||
    (type === 'TSInterfaceHeritage' && fields['expression']);
  return [...(own ? [nameOf(own)] : []), ...Object.values(fields).flatMap(referred)];
}

/** The types in the signatures of an entry that are not among those that can be imported. */
function unnamed(entry: string, importable: ReadonlySet<string | undefined>): string[] {
  const missing = [...publicIn(entry)].flatMap((declaration) =>
    declaration === undefined ? [] : unnamedIn(declaration, importable, new Set()),
  );
  return [...new Set(missing)];
}

/** The same for one declaration. A type that its own module does not export is a part of the declaration, and is read as such. */
function unnamedIn(
  declaration: string,
  importable: ReadonlySet<string | undefined>,
  visited: Set<string>,
): string[] {
  const [file = '', name = ''] = declaration.split('#');
  return referred(moduleOf(file).declared.get(name)).flatMap((used) => {
    const found = resolve(file, used);
    if (found === undefined || importable.has(found) || visited.has(found)) return [];
    visited.add(found);
    const isLocal = found.startsWith(`${file}#`) && !moduleOf(file).exported.has(used);
    return isLocal ? unnamedIn(found, importable, visited) : [`${used} of ${name}`];
  });
}

test('plivo-jsx/phone exports every type in its signatures', () => {
  const own = publicIn('./phone');
  expect(own.size).toBeGreaterThan(50);
  expect(unnamed('./phone', own)).toEqual([]);
});

test('plivo-jsx/check uses only types that it or plivo-jsx/phone exports', () => {
  expect(unnamed('./check', new Set([...publicIn('./check'), ...publicIn('./phone')]))).toEqual([]);
});

test('plivo-jsx/testing uses only types that it, plivo-jsx/phone or plivo-jsx/check exports', () => {
  expect(
    unnamed('./testing', new Set([...publicIn('./testing'), ...publicIn('./phone'), ...publicIn('./check')])),
  ).toEqual([]);
});

test.each(['.', './jsx-runtime', './jsx-dev-runtime', './fastify', './redis'])(
  '%s uses only types that some entry exports',
  (entry) => {
    const all = new Set(
      ['.', './jsx-runtime', './jsx-dev-runtime', './fastify', './redis', './phone', './testing'].flatMap(
        (each) => [...publicIn(each)],
      ),
    );
    expect(unnamed(entry, all)).toEqual([]);
  },
);

test('the test finds a type that is not exported', () => {
  const own = publicIn('./phone');
  own.delete(resolveExport(fileOf('./phone'), 'Talking'));
  expect(unnamed('./phone', own)).toEqual(['Talking of CallState']);
});
