import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { blocksOf } from './markdown.ts';
import { projectOfPages } from './pages.ts';

vi.setConfig({ testTimeout: 180_000 });

test('the tests that README.md and the guide show pass, with the settings that README.md shows', async () => {
  const folder = await projectOfPages('vitest');
  await writeFile(path.join(folder, 'tsconfig.json'), blocksOf('README.md', '## Install', 'json')[0]!);
  // In the repository the package is not built: the condition leads to its sources.
  const config = `export default { test: { testTimeout: 60_000 }, ssr: { resolve: { conditions: ['plivo-jsx-source'] } } };`;
  await writeFile(path.join(folder, 'vitest.config.mjs'), config);
  const vitest = path.resolve('node_modules/vitest/vitest.mjs');
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], NO_COLOR: '1' };
  const printed = execFileSync(process.execPath, [vitest, 'run'], {
    cwd: folder,
    env,
    encoding: 'utf8',
    stdio: 'pipe',
  });
  expect(printed).toContain('Tests  9 passed (9)');
  const snapshot = await readFile(path.join(folder, 'test/__flows__/survey.txt'), 'utf8');
  expect(snapshot).toContain(blocksOf('docs/guide/testing.md', '## Test a whole flow', 'text')[0]!);
});
