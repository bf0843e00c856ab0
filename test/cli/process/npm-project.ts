import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { projectWith } from '../project.ts';
import { printed } from '../run-command.ts';

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
export async function npmProject(): Promise<string> {
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

/** Starts a program in a new project. */
export async function startWith(command: readonly string[]): Promise<ChildProcess> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', PORT: '0' };
  const [name = '', ...args] = command;
  const child = spawn(name, args, { cwd: await npmProject(), env, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Waits until the server listens. The server is killed after the test if it still runs. */
export async function served(child: ChildProcess): Promise<{ readonly url: string; readonly pid: number }> {
  const [, url] = await printed(child, /listens on (http:\S+)[^]*Try it/);
  const xml = await (await fetch(`${url}/pid`, { method: 'POST' })).text();
  const pid = Number(/<Speak>(\d+)</.exec(xml)![1]);
  onTestFinished(() => {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended, as expected.
    }
  });
  return { url: url!, pid };
}

/** The status of the server; `gone` when it does not listen. */
export const statusOf = (url: string): Promise<number | 'gone'> =>
  fetch(`${url}/ready`).then(
    ({ status }) => status,
    () => 'gone' as const,
  );

/** Ends a program that started a server, while the server works on a request; returns the reply to that. */
export async function replyAtEnd(
  command: readonly string[],
  signal: NodeJS.Signals,
): Promise<{ readonly url: string; readonly reply: string }> {
  const parent = await startWith(command);
  const { url } = await served(parent);
  const waiting = printed(parent, /waiting/);
  const reply = fetch(`${url}/slow`);
  await waiting;
  parent.kill(signal);
  return { url, reply: await (await reply).text() };
}
