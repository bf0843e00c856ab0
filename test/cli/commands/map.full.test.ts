import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { projectWith } from '../project.ts';
import { runMain } from '../run-main.ts';

// The flows are compiled several times.
vi.setConfig({ testTimeout: 120_000 });

const flow = (says: string, more = '') => `
import { flow, GetDigits, Hangup, level, Response, Speak } from 'plivo-jsx';
const menu = level('/ivr', () => (
  <Response>
    <GetDigits action={choice()} numDigits={1}><Speak>${says}</Speak></GetDigits>
    <Hangup />
  </Response>
));
const choice = level('/ivr/choice', () => <Response><Speak>Goodbye.</Speak>${more}<Hangup /></Response>);
export default flow('ivr', { levels: [menu, choice] });
`;

test('the flows of a commit are compared with those of now, and the repository stays as it is', async () => {
  const project = await projectWith({
    'menus/flows/ivr/flow.tsx': flow('Press 1.'),
    'menus/package.json': '{"type":"module"}',
    '.gitignore': 'node_modules\n',
  });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
      cwd: project,
      encoding: 'utf8',
    });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'first');
  const menus = path.join(project, 'menus');
  const [same, unknown] = [
    await runMain(['map', '--diff', 'HEAD'], {}, menus),
    await runMain(['map', '--diff', 'no-such-branch'], {}, menus),
  ];
  expect([same.code, same.stdout]).toEqual([0, 'Callers notice no difference.\n']);
  expect([unknown.code, unknown.stderr]).toEqual([
    2,
    'The files of no-such-branch cannot be read: git does not know it.\n' +
      'Fix: give a commit, a branch or a tag of this repository, or a file that plivo-jsx map --format json wrote. [E_GIT]\n',
  ]);
  writeFileSync(path.join(menus, 'flows/ivr/flow.tsx'), flow('Press any key.', '<Speak>Bye.</Speak>'));
  const before = git('status', '--porcelain=v2');
  const { code, stdout } = await runMain(['map', '--diff', 'HEAD', '--out', 'diff.svg'], {}, menus);
  expect(stdout).toBe(
    '- /ivr no longer says “Press 1.”.\n' +
      '+ /ivr now says “Press any key.”.\n' +
      '+ /ivr/choice now says “Bye.”.\n',
  );
  expect(code).toBe(1);
  expect(readFileSync(path.join(menus, 'diff.svg'), 'utf8')).toContain('stroke="#9a6700"');
  expect(git('status', '--porcelain=v2').replace('? menus/diff.svg\n', '')).toBe(before);
  expect(git('worktree', 'list').trim().split('\n').length).toBe(1);
});
