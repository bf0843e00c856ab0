import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test.each([
  ['fuzz', '--wrong', /^Usage: npm run fuzz -- .*\n$/],
  ['fuzz', '--cases=many', /^Usage: npm run fuzz -- .*\n$/],
  ['soak', '--wrong', /^Usage: npm run soak -- .*\n$/],
  ['soak', '--only=nothing', /^Usage: npm run soak -- .*\n$/],
])('npm run %s -- %s says how it is used, without a stack', (script, option, usage) => {
  const node = ['-C', 'plivo-jsx-source', '--import', 'tsx', `${script}/run.ts`, option];
  const { status, stdout, stderr } = spawnSync(process.execPath, node, { encoding: 'utf8' });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(usage);
});
