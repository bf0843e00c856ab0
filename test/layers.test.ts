import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { layers as allowed } from '../docs/scripts/layers.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const table = new Map(Object.entries(allowed));
const layers = [...table.keys()];
table.set('flows', []);

/** Where a file of a layer stands, and how a file at `src/<layer>/a/b.ts` names it. */
const fileOf = (layer: string) =>
  layer === 'errors'
    ? 'src/errors.ts'
    : `${layer === 'jsx-runtime' || layer === 'flows' ? '' : 'src/'}${layer}/deep/file.ts`;

test('the linter rejects every import that the table of layers does not have, and no other', () => {
  expect(layers).toContain('fastify');
  const folder = mkdtempSync(path.join(tmpdir(), 'layers-'));
  try {
    for (const config of ['.oxlintrc.json', '.oxlintrc.layers.json'])
      copyFileSync(path.join(root, config), path.join(folder, config));
    for (const from of table.keys()) {
      const file = path.join(folder, fileOf(from));
      mkdirSync(path.dirname(file), { recursive: true });
      const others = layers.filter((layer) => layer !== from);
      const imports = others.map((to) => {
        const address = path.relative(path.dirname(file), path.join(folder, fileOf(to)));
        return `export * from '${address.startsWith('.') ? address : `./${address}`}';`;
      });
      writeFileSync(file, imports.join('\n'));
    }
    const rejected = lint(folder).map(({ from, line }) => {
      const others = layers.filter((layer) => layer !== from);
      return `${from} -> ${others[line - 1]}`;
    });
    const wanted = [...table].flatMap(([from, may]) =>
      layers.filter((to) => to !== from && !may.includes(to)).map((to) => `${from} -> ${to}`),
    );
    expect(rejected.toSorted()).toEqual(wanted.toSorted());
  } finally {
    rmSync(folder, { recursive: true });
  }
});

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

/** The imports that are rejected: the layer of the file, and the line. */
function lint(folder: string): { readonly from: string; readonly line: number }[] {
  const oxlint = path.join(root, 'node_modules/.bin/oxlint');
  const rules = ['-A', 'all', '-f', 'json'];
  let printed: string;
  try {
    printed = execFileSync(oxlint, rules, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    printed = (error as { readonly stdout: string }).stdout;
  }
  const { diagnostics } = JSON.parse(printed) as { readonly diagnostics: readonly Diagnostic[] };
  return diagnostics
    .filter(({ code }) => code.includes('no-restricted-imports'))
    .map(({ filename, labels }) => ({
      from: [...table.keys()].find((layer) => filename === fileOf(layer))!,
      line: labels[0]!.span.line,
    }));
}
