import { expect, test } from 'vitest';
import { printed } from '../run-command.ts';
import { served, startWith, statusOf } from './npm-project.ts';

// parent.full.test.ts has the commands and signals.
test(
  'a server that npm started logs why it ends, and a signal that arrives later does not interrupt replies',
  { timeout: 60_000 },
  async () => {
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
    await expect.poll(() => statusOf(url), { timeout: 20_000 }).toBe('gone');
  },
);
