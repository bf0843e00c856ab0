import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { projectWith } from '../project.ts';
import { outcomeOf, printed, startCommand } from '../run-command.ts';

const flow = `
import { flow, level, Response, Speak } from 'plivo-jsx';
const slow = level('/slow', async () => {
  console.log('waiting');
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  return <Response><Speak>Answered.</Speak></Response>;
});
const pid = level('/pid', () => <Response><Speak>{process.pid}</Speak></Response>);
export default flow('slow', { levels: [slow, pid] });
`;

/** A project whose scripts call the command by its name, as npm installs it. */
async function project(): Promise<string> {
  const scripts = { start: 'plivo-jsx start', dev: 'plivo-jsx dev' };
  const folder = await projectWith({
    'package.json': JSON.stringify({ name: 'project', type: 'module', scripts }),
    'flows/slow/flow.tsx': flow,
  });
  const bin = path.join(folder, 'node_modules/.bin');
  await mkdir(bin);
  await symlink('../plivo-jsx/bin/plivo-jsx.js', path.join(bin, 'plivo-jsx'));
  await chmod(path.join(bin, 'plivo-jsx'), 0o755);
  return folder;
}

async function startWith(command: readonly string[]): Promise<ChildProcess> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', PORT: '0' };
  const [name = '', ...args] = command;
  const child = spawn(name, args, { cwd: await project(), env, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Waits until the server has said where it listens, and sees to it that it is gone after the test. */
async function served(child: ChildProcess): Promise<{ readonly url: string; readonly pid: number }> {
  const [, url] = await printed(child, /listens on (http:\S+)[^]*Try it/);
  const xml = await (await fetch(`${url}/pid`, { method: 'POST' })).text();
  const pid = Number(/<Speak>(\d+)</.exec(xml)![1]);
  onTestFinished(() => {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended, as it should.
    }
  });
  return { url: url!, pid };
}

const isServed = (url: string) =>
  fetch(`${url}/ready`).then(
    ({ status }) => status,
    () => 'gone',
  );

describe('a server that npm started', { timeout: 60_000 }, () => {
  test.each([
    ['npm start', ['npm', 'start'], 'SIGTERM'],
    ['npm run dev', ['npm', 'run', 'dev'], 'SIGTERM'],
    ['npx plivo-jsx start', ['npx', 'plivo-jsx', 'start'], 'SIGTERM'],
    ['npx plivo-jsx dev', ['npx', 'plivo-jsx', 'dev'], 'SIGTERM'],
    ['npm start', ['npm', 'start'], 'SIGHUP'],
    ['npm start', ['npm', 'start'], 'SIGKILL'],
    ['npm run dev', ['npm', 'run', 'dev'], 'SIGKILL'],
  ] as const)('%s ends with it, and answers what has arrived: %o, %s', async (_, command, signal) => {
    const npm = await startWith(command);
    const { url } = await served(npm);
    const waiting = printed(npm, /waiting/);
    const reply = fetch(`${url}/slow`);
    await waiting;
    npm.kill(signal);
    expect(await (await reply).text()).toContain('Answered.');
    await expect.poll(() => isServed(url), { timeout: 20_000 }).toBe('gone');
  });

  test('says why it ends, and a signal that comes afterwards does not cut calls off', async () => {
    const npm = await startWith(['npm', 'start']);
    const { url, pid } = await served(npm);
    const waiting = printed(npm, /waiting/);
    const reply = fetch(`${url}/slow`);
    await waiting;
    const told = printed(
      npm,
      /The process that started this one is gone: answering what has arrived, then stopping\./,
    );
    npm.kill('SIGKILL');
    await told;
    process.kill(pid, 'SIGTERM');
    expect(await (await reply).text()).toContain('Answered.');
  });
});

test('a server whose dev was killed outright ends, too', { timeout: 60_000 }, async () => {
  const dev = startCommand(['dev'], { PORT: '0' }, await project());
  const { url } = await served(dev);
  dev.kill('SIGKILL');
  await expect.poll(() => isServed(url), { timeout: 20_000 }).toBe('gone');
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'dev and its server end at %s',
  async (signal) => {
    const dev = startCommand(['dev'], { PORT: '0' }, await project());
    const { url } = await served(dev);
    const outcome = outcomeOf(dev);
    dev.kill(signal);
    expect((await outcome).code).toBe(0);
    expect(await isServed(url)).toBe('gone');
  },
  60_000,
);

test('a server that a shell started goes on without it', { timeout: 60_000 }, async () => {
  const command = `"${process.execPath}" "${path.resolve('bin/plivo-jsx.js')}" start & sleep 600`;
  const shell = await startWith(['sh', '-c', command]);
  const { url } = await served(shell);
  const end = once(shell, 'exit');
  shell.kill('SIGTERM');
  await end;
  // A second is more than the server would take to notice.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await isServed(url)).toBe(200);
});
