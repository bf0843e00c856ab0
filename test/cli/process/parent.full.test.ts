import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { outcomeOf, startCommand } from '../run-command.ts';
import { npmProject, replyAtEnd, served, startWith, statusOf } from './npm-project.ts';
import { bin } from '../../support/shipped.ts';

describe('a server that npm started', { timeout: 60_000 }, () => {
  test.each([
    ['npm start', ['npm', 'start'], 'SIGTERM'],
    ['npx plivo-jsx dev', ['npx', 'plivo-jsx', 'dev'], 'SIGTERM'],
    ['npm run dev', ['npm', 'run', 'dev'], 'SIGTERM'],
    ['npx plivo-jsx start', ['npx', 'plivo-jsx', 'start'], 'SIGTERM'],
    ['npm start', ['npm', 'start'], 'SIGHUP'],
    ['npm start', ['npm', 'start'], 'SIGKILL'],
    ['npm run dev', ['npm', 'run', 'dev'], 'SIGKILL'],
  ] as const)('%s ends with it, and answers what has arrived: %o, %s', async (_, command, signal) => {
    const { url, reply } = await replyAtEnd(command, signal);
    expect(reply).toContain('Answered.');
    await expect.poll(() => statusOf(url), { timeout: 20_000 }).toBe('gone');
  });
});

test('a server ends when its dev was killed by SIGKILL', { timeout: 60_000 }, async () => {
  const dev = startCommand(['dev'], { PORT: '0' }, await npmProject());
  const { url } = await served(dev);
  dev.kill('SIGKILL');
  await expect.poll(() => statusOf(url), { timeout: 20_000 }).toBe('gone');
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'dev and its server end at %s',
  async (signal) => {
    const dev = startCommand(['dev'], { PORT: '0' }, await npmProject());
    const { url } = await served(dev);
    const outcome = outcomeOf(dev);
    dev.kill(signal);
    expect((await outcome).code).toBe(0);
    expect(await statusOf(url)).toBe('gone');
  },
  60_000,
);

test('a server that a shell started continues without it', { timeout: 60_000 }, async () => {
  const command = `"${process.execPath}" "${bin}" start & sleep 600`;
  const shell = await startWith(['sh', '-c', command]);
  const { url } = await served(shell);
  const end = once(shell, 'exit');
  shell.kill('SIGTERM');
  await end;
  // A server that looks for its parent would notice within a second.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await statusOf(url)).toBe(200);
});
