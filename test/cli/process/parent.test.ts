import { describe, expect, test } from 'vitest';
import { outcomeOf, printed, startCommand } from '../run-command.ts';
import { npmProject, replyAtEnd, served, startWith, statusOf } from './npm-project.ts';

describe('a server that npm started', { timeout: 60_000 }, () => {
  // parent.full.test.ts has the other commands and signals.
  test.each([
    ['npm start', ['npm', 'start'], 'SIGTERM'],
    ['npx plivo-jsx dev', ['npx', 'plivo-jsx', 'dev'], 'SIGTERM'],
  ] as const)('%s ends with it, and answers what has arrived: %o, %s', async (_, command, signal) => {
    const { url, reply } = await replyAtEnd(command, signal);
    expect(reply).toContain('Answered.');
    await expect.poll(() => statusOf(url), { timeout: 20_000 }).toBe('gone');
  });

  test('logs why it ends, and a signal that arrives later does not interrupt replies', async () => {
    const npm = await startWith(['npm', 'start']);
    const { url, pid } = await served(npm);
    const waiting = printed(npm, /waiting/);
    const reply = fetch(`${url}/slow`);
    await waiting;
    const logged = printed(
      npm,
      /The process that started this one is gone: answering what has arrived, then stopping\./,
    );
    npm.kill('SIGKILL');
    await logged;
    process.kill(pid, 'SIGTERM');
    expect(await (await reply).text()).toContain('Answered.');
  });
});

test('dev and its server end at SIGINT', { timeout: 60_000 }, async () => {
  const dev = startCommand(['dev'], { PORT: '0' }, await npmProject());
  const { url } = await served(dev);
  const outcome = outcomeOf(dev);
  dev.kill('SIGINT');
  expect((await outcome).code).toBe(0);
  expect(await statusOf(url)).toBe('gone');
});
