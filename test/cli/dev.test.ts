import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { outcomeOf, printed, startCommand } from './run-command.ts';

let child: ChildProcess | undefined;

afterEach(() => {
  child?.kill('SIGKILL');
});

const flow = (text: string) => `
import { flow, level, Response, Speak } from 'plivo-jsx';
const hello = level('/hello', () => <Response><Speak>${text}</Speak></Response>);
export default flow('hello', { levels: [hello] });
`;

async function project(): Promise<{ folder: string; file: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'project-'));
  await mkdir(path.join(folder, 'node_modules'));
  await symlink(path.resolve('.'), path.join(folder, 'node_modules/plivo-jsx'));
  await writeFile(path.join(folder, 'package.json'), '{"type":"module"}');
  await mkdir(path.join(folder, 'flows/hello'), { recursive: true });
  const file = path.join(folder, 'flows/hello/flow.tsx');
  await writeFile(file, flow('Good morning'));
  return { folder, file };
}

const said = async (url: string) => (await fetch(`${url}/hello`, { method: 'GET' })).text();

test('dev serves a project without a tsconfig, starts again when a file changes, and stops on a signal', async () => {
  const { folder, file } = await project();
  child = startCommand(['dev'], { PORT: '0' }, folder);
  const [, first] = await printed(child, /listens on (http:\S+)[^]*Try it/);
  expect(await said(first!)).toContain('<Speak>Good morning</Speak>');

  const again = printed(child, /flow\.tsx changed; starting again[^]*listens on (http:\S+)[^]*Try it/);
  await writeFile(file, flow('Good evening'));
  const [, second] = await again;
  expect(await said(second!)).toContain('<Speak>Good evening</Speak>');

  const outcome = outcomeOf(child);
  child.kill('SIGTERM');
  expect((await outcome).code).toBe(0);
});
