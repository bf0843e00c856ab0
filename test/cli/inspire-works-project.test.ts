import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inspireWorksProject } from './inspire-works-project.ts';
import { runMain } from './run-main.ts';

test('commands are tested where neither a .env nor another flow of the clone is seen', async () => {
  const folder = inspireWorksProject();
  expect(readdirSync(folder)).toEqual(['flows', 'node_modules', 'package.json']);
  expect(readdirSync(path.join(folder, 'flows'))).toEqual(['inspire-works']);
  const { stderr } = await runMain(['render', '/nowhere']);
  expect(stderr).toBe(
    'No flow has a level at /nowhere.\n' +
      'Fix: use one of /ivr, /ivr/level2, /ivr/action, /ivr/transferred. [E_NO_LEVEL]\n',
  );
});
