import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { docFencesOf, filesBelow, type Fence } from './markdown.ts';
import { fences, fileOf } from './pages.ts';

// Beside src, so that `plivo-jsx` is found by its name. A name with a dot in front would hide the files from tsc.
const folder = 'examples-under-test';

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const isCode = ({ language }: Fence) => language === 'tsx' || language === 'ts';
const sources = [...filesBelow('src'), ...filesBelow('jsx-runtime')];
const comments = sources.flatMap((file) => docFencesOf(file)).filter(isCode);
// The page of the elements shows the examples of their comments, and that of the rules files of docs/rules.
const copies = ['docs/reference/elements.md', 'docs/reference/rules.md'];
const shown = fences.filter((fence) => isCode(fence) && !copies.includes(fence.file));
const examples = [...shown, ...comments];
const ownFiles = shown.flatMap((fence) => fileOf(fence) ?? []);

/**
 * `README-md_14.tsx`, whose lines are those of the page, so that an error points there. An example that names its own
 * file in its first line stands there, so that others can import it.
 */
const nameOf = (fence: Fence) =>
  fileOf(fence) ??
  `${fence.file.replace(/\.(\w+)$/, '-$1').replaceAll('/', '__')}_${fence.line}.${fence.language}`;

/** The types of servers that the pages show, as far as they are used; the packages themselves are not installed. */
const foreignTypes = '../test/docs/foreign-types.d.ts';

function compile(): string {
  mkdirSync(folder, { recursive: true });
  const settings = { extends: '../tsconfig.json', include: ['.', foreignTypes] };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(settings));
  for (const example of examples) {
    const file = path.join(folder, nameOf(example));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '\n'.repeat(example.line - 1) + example.text);
  }
  try {
    const tsc = path.resolve('node_modules/typescript/bin/tsc');
    execFileSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], { encoding: 'utf8' });
    return '';
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

/** The output of the compiler, with the names of the pages that have the blocks. */
function withPageNames(errors: string): string {
  return examples.reduce(
    (text, example) => text.replaceAll(`${folder}/${nameOf(example)}`, example.file),
    errors.replaceAll('\\', '/'),
  );
}

test('there are examples in README.md, in the guide and in the comments of the public functions', () => {
  const files = new Set(examples.map(({ file }) => file));
  const written = [
    'README.md',
    'CONTRIBUTING.md',
    'docs/guide/flows.md',
    'docs/guide/without-flows.md',
    'src/flow/level.ts',
    'src/fastify/plugin.ts',
  ];
  expect(written.filter((file) => !files.has(file))).toEqual([]);
});

test('no two examples are the same file', () => {
  expect(ownFiles).toEqual([...new Set(ownFiles)]);
});

test('every example compiles', { timeout: 60_000 }, () => {
  expect(withPageNames(compile())).toBe('');
});
