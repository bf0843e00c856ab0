import { spawn } from 'node:child_process';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { RestartRule } from '../../../../src/cli/commands/dev/restart-rule.ts';
import { superviseServer } from '../../../../src/cli/commands/dev/supervise-server.ts';
import { folderWith } from '../../project.ts';

vi.setConfig({ testTimeout: 30_000 });

/** A server that writes a line when it starts, and another one when it ends in order. */
const server = `
  import { appendFileSync } from 'node:fs';
  const log = (text) => appendFileSync('log.txt', text + ' ' + process.pid + '\\n');
  process.on('SIGTERM', () => (log('end'), process.exit()));
  log('start');
  setInterval(() => {}, 1000);
`;

const defaultTimes = { soon: 20_000, change: 20, removal: 60, rest: 100 };
const before = process.cwd();
let folder: string;

beforeEach(async () => {
  folder = await folderWith({ 'server.mjs': server, 'log.txt': '', 'a.ts': '1' });
  process.chdir(folder);
});

afterEach(() => process.chdir(before));

/** Supervises the server, and counts how many of its processes run. */
async function supervise(script = 'server.mjs', times = defaultTimes) {
  const printed: string[] = [];
  let [started, running, mostRunning] = [0, 0, 0];
  const supervised = await superviseServer({
    start: () => {
      started++;
      mostRunning = Math.max(mostRunning, ++running);
      const child = spawn(process.execPath, [script], { stdio: 'ignore' });
      child.once('exit', () => running--);
      return child;
    },
    print: (text) => printed.push(text),
    rule: new RestartRule(times),
  });
  onTestFinished(() => supervised.stop());
  return {
    supervised,
    printed,
    running: () => running,
    /** Waits for this many restarts. */
    async restarted(count: number) {
      await expect.poll(() => started, { timeout: 10_000 }).toBe(count + 1);
      await expect.poll(() => running).toBe(1);
      expect(mostRunning).toBe(1);
    },
  };
}

const write = (name: string, text: string) => writeFile(path.join(folder, name), text);

describe('a supervised server', () => {
  test('is replaced when a file changes, is added or is removed, and never runs twice', async () => {
    const { printed, restarted } = await supervise();
    await write('a.ts', '2');
    await restarted(1);
    await mkdir(path.join(folder, 'more'));
    await write('more/b.json', '{}');
    await restarted(2);
    await rm(path.join(folder, 'a.ts'));
    await restarted(3);
    expect(printed).toEqual([
      'a.ts changed; starting again',
      `${path.join('more', 'b.json')} changed; starting again`,
      'a.ts was removed; starting again',
    ]);
  });

  test('is replaced once by several saves in a row, also by an editor that writes a new file and renames it', async () => {
    const { printed, restarted } = await supervise('server.mjs', { ...defaultTimes, change: 1_000 });
    for (const text of ['2', '3', '4']) {
      await write('a.ts~', text);
      await rename(path.join(folder, 'a.ts~'), path.join(folder, 'a.ts'));
    }
    await restarted(1);
    expect(printed).toEqual(['a.ts changed; starting again']);
  });

  test('is started again after it has ended by itself', async () => {
    await write('broken.mjs', 'process.exit(2)');
    const { running, restarted } = await supervise('broken.mjs');
    await expect.poll(running).toBe(0);
    await write('broken.mjs', server);
    await restarted(1);
  });

  test('is not replaced for files in dist or node_modules, nor for those that are neither code nor settings', async () => {
    const { printed, restarted } = await supervise();
    for (const name of ['dist', 'node_modules']) await mkdir(path.join(folder, name));
    for (const name of ['dist/a.ts', 'node_modules/a.ts', 'notes.txt', '.#a.ts']) await write(name, '');
    await write('.env', 'PORT=0');
    await restarted(1);
    expect(printed).toEqual(['.env changed; starting again']);
  });

  test('that writes a file at every start is not started endlessly, and still for other files', async () => {
    await write('writes.mjs', `${server}\nappendFileSync('stamp.json', '1');`);
    const { printed, restarted } = await supervise('writes.mjs');
    await restarted(7);
    await expect
      .poll(() => printed.at(-1), { timeout: 10_000 })
      .toContain('Not starting again for it until 20 s without a change.\nFix: let the app write elsewhere.');
    expect(printed.filter((text) => text.endsWith('starting again'))).toEqual(
      Array.from({ length: 7 }, () => 'stamp.json changed; starting again'),
    );
    expect(printed).toContain(
      'stamp.json changed soon after each of the last 6 starts, as if the app wrote it itself. Starting again after 0.1 s without a change of it.',
    );
    await write('a.ts', '2');
    await restarted(8);
  });

  test('ends in order when it is stopped, also during a restart', async () => {
    const { supervised, running } = await supervise();
    await write('a.ts', '2');
    await supervised.stop();
    expect(running()).toBe(0);
  });
});
