import { describe, expect, test } from 'vitest';
import { runCommand } from '../cli/run-command.ts';
import { blocksOf, fencesOf, filesBelow, read } from './markdown.ts';
import { projectOfPages } from './pages.ts';

const readme = read('README.md');
const fences = fencesOf('README.md');

describe('the first screen', () => {
  test('shows the document that its flow becomes', async () => {
    const xml = fences.find(({ language }) => language === 'xml')!.text;
    const { code, stdout } = await runCommand(['render', '/shop'], {}, await projectOfPages());
    expect([code, stdout]).toEqual([0, xml]);
  });

  test('comes to its code before line 10 and to its commands before line 60', () => {
    const [code] = fences;
    const shell = fences.find(({ language }) => language === 'sh')!;
    expect([code!.language, code!.line < 10, shell.line < 60]).toEqual(['tsx', true, true]);
  });
});

test('README.md has at most 200 lines', () => {
  expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(200);
});

test('README.md links to every guide and every reference page', () => {
  const all = [...filesBelow('docs/guide'), ...filesBelow('docs/reference')];
  const table = readme.slice(readme.indexOf('\n## Documentation\n'));
  expect(all.filter((file) => !table.includes(`](${file})`))).toEqual([]);
});

test('the settings of the compiler are those of this project', () => {
  const [json] = blocksOf('README.md', '## Install', 'json');
  const { compilerOptions: shown } = JSON.parse(json!) as { compilerOptions: object };
  const { compilerOptions: ours } = JSON.parse(read('tsconfig.json')) as { compilerOptions: object };
  expect(ours).toMatchObject(shown);
});
