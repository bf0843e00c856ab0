import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { anchorsOf, filesBelow, read } from './markdown.ts';
import { packedPages, pages } from './pages.ts';

// npm takes its time.
vi.setConfig({ testTimeout: 60_000 });

/** The links of a page to files: the file from the root of the project, and the heading. */
const linksOf = (page: string) =>
  [...read(page).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link = '']) => {
    const [target = '', anchor] = link.split('#');
    const file = target === '' ? page : path.posix.join(path.posix.dirname(page), target);
    return { link, file, anchor };
  });

function packedFiles(): ReadonlySet<string> {
  const json = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const [{ files }] = JSON.parse(json) as [{ files: { path: string }[] }];
  return new Set(files.map((file) => file.path));
}

describe.each(pages)('%s', (page) => {
  test('links to files and headings that exist', () => {
    const dead = linksOf(page).filter(
      ({ file, anchor }) => !existsSync(file) || (anchor !== undefined && !anchorsOf(file).has(anchor)),
    );
    expect(dead.map(({ link }) => link)).toEqual([]);
  });

  test('has a list of contents, if it has one, with every heading of the second rank in order', () => {
    const text = read(page);
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading!);
    const listed = [...text.matchAll(/^- \[(.+)\]\(#/gm)].map(([, heading]) => heading!);
    expect(listed.length === 0 ? [] : listed).toEqual(listed.length === 0 ? [] : headings);
  });

  test('is not about what does not exist', () => {
    expect(read(page)).not.toMatch(/TODO|coming soon|plivo-jsx studio\b/);
  });
});

describe('the package', () => {
  const packed = packedFiles();

  test('has the pages that a user reads, and nothing that writes them', () => {
    const documents = [...packed].filter((file) => file.startsWith('docs/') || file.endsWith('.md'));
    expect(documents.toSorted()).toEqual([...packedPages, 'docs/images/inspire-works.svg'].toSorted());
  });

  test('has every file that one of its pages links to', () => {
    const missing = packedPages.flatMap((page) =>
      linksOf(page)
        .filter(({ file }) => !packed.has(file))
        .map(({ link }) => `${page}: ${link}`),
    );
    expect(missing).toEqual([]);
  });

  test('has every page that its messages and its hover texts name', () => {
    const sources = [...filesBelow('src'), ...filesBelow('bin'), ...filesBelow('jsx-runtime')];
    const named = sources.flatMap((file) =>
      [...read(file).matchAll(/(?<![\w/.-])(?:docs\/[\w/-]+|[A-Z]+)\.md\b/g)].map(([page]) => page),
    );
    expect(named.filter((page) => !packed.has(page))).toEqual([]);
    expect(new Set(named)).toContain('docs/guide/plivo-number.md');
    expect(new Set(named)).toContain('docs/reference/elements.md');
  });
});
