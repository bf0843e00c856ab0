import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { flowFiles } from '../../../src/cli/load-flows/flow-files.ts';
import { folderWith, projectWith } from '../project.ts';
import { runMain } from '../run-main.ts';

const flow = (name: string) =>
  `import { flow, level, Response, Speak } from 'plivo-jsx';\n` +
  `export default flow('${name}', { levels: [level('/${name}', () => <Response><Speak>${name}</Speak></Response>)] });`;

const isRoot = process.getuid?.() === 0;

afterEach(() => {
  if (isRoot) process.seteuid!(0);
});

test('a folder of a flow may be a link, to a folder of the project or beside it', async () => {
  const folder = await projectWith({ 'app/flows/a/flow.tsx': flow('a'), 'shared/b/flow.tsx': flow('b') });
  await symlink(path.join(folder, 'shared/b'), path.join(folder, 'app/flows/b'));
  await writeFile(path.join(folder, 'app/package.json'), '{"type":"module"}');
  const { code, stdout } = await runMain(['render', '/b'], {}, path.join(folder, 'app'));
  expect([code, stdout]).toEqual([0, expect.stringContaining('<Speak>b</Speak>')]);
});

test('flows itself and a flow.tsx may be links', async () => {
  const folder = await projectWith({
    'app/package.json': '{"type":"module"}',
    'calls/a/real.tsx': flow('a'),
  });
  await symlink('real.tsx', path.join(folder, 'calls/a/flow.tsx'));
  await symlink('../calls', path.join(folder, 'app/flows'));
  const { code, stdout } = await runMain(['render', '/a'], {}, path.join(folder, 'app'));
  expect([code, stdout]).toEqual([0, expect.stringContaining('<Speak>a</Speak>')]);
});

describe('what cannot be read is one sentence and exit code 2:', () => {
  const says = (sentence: string) => ({
    code: 2,
    stdout: '',
    stderr: `${sentence}\nFix: make it a folder with a flow.ts in it that this user may read, or remove it. [E_FLOW_FILE]\n`,
  });

  test('flows is a file', async () => {
    expect(await runMain(['start'], {}, await folderWith({ flows: '' }))).toEqual(
      says('flows is not a folder.'),
    );
  });

  test('a flow.ts is a folder', async () => {
    const folder = await projectWith({ 'flows/a/flow.ts/index.ts': flow('a') });
    expect(await runMain(['start'], {}, folder)).toEqual(says('flows/a/flow.ts is not a file.'));
  });

  test.each([
    ['flows/b', 'nowhere', 'flows/b is a link to what does not exist.'],
    ['flows/b', 'b', 'flows/b is a link that leads back to itself.'],
    ['flows/a/flow.ts', 'nowhere', 'flows/a/flow.ts is a link to what does not exist.'],
  ])('%s is a link to %s', async (link, target, sentence) => {
    const folder = await projectWith({ 'flows/a/flow.tsx': flow('a') });
    await symlink(target, path.join(folder, link));
    expect(await runMain(['start'], {}, folder)).toEqual(says(sentence));
  });

  test('flows is a link to nowhere', async () => {
    const folder = await folderWith({});
    await symlink('nowhere', path.join(folder, 'flows'));
    expect(await runMain(['start'], {}, folder)).toEqual(says('flows is a link to what does not exist.'));
  });

  test.each([
    ['flows', 'flows'],
    ['flows/a', 'flows/a/flow.ts'],
    ['flows/a/flow.ts', 'flows/a/flow.ts'],
  ])('%s belongs to another user', async (closed, told) => {
    const folder = await folderWith({ 'flows/a/flow.ts': '' });
    await chmod(folder, 0o755);
    await chmod(path.join(folder, closed), 0);
    // Nothing is closed to root.
    if (isRoot) process.seteuid!(65_534);
    expect(() => flowFiles(path.join(folder, 'flows'))).toThrow(
      expect.objectContaining({
        code: 'E_FLOW_FILE',
        facts: { file: path.relative('', path.join(folder, told)), problem: 'cannot be read by this user' },
      }),
    );
  });
});

test('what is hidden in flows, such as the lock of an editor, is no flow', async () => {
  const folder = await folderWith({ 'flows/a/flow.ts': '', 'flows/.b/flow.ts': '' });
  await symlink('user@host.1234', path.join(folder, 'flows/.#notes'));
  await mkdir(path.join(folder, 'flows/helpers'));
  await writeFile(path.join(folder, 'flows/readme.md'), '');
  expect(flowFiles(path.join(folder, 'flows'))).toEqual([path.join(folder, 'flows/a/flow.ts')]);
});
