import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('in a clone, which has no dist, the command and the flows run from source', () => {
  const stdout = execFileSync(process.execPath, ['bin/plivo-jsx.js', 'render', '/ivr'], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '' },
  });
  expect(stdout).toContain('/ivr/level2" ');
});
