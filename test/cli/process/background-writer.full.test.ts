import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { onTerminal } from '../../support/terminal.ts';
import {
  endAt,
  fillOutput,
  listening,
  lost,
  readPipe,
  server,
  startOn,
  unreadPipe,
} from './server-output.ts';
import { bin } from '../../support/shipped.ts';

describe.each([
  ['development', 'SIGTERM'],
  ['production', 'SIGINT'],
] as const)('in %s', { timeout: 60_000 }, (mode, signal) => {
  test('a full disk loses the log and nothing else', async () => {
    const at = await server(mode);
    const child = startOn(openSync('/dev/full', 'w'), at);
    await listening(at);
    await fillOutput(at);
    await expect.poll(() => lost(at, 'error')).toBeGreaterThan(0);
    await expect.poll(() => lost(at, 'dropped')).toBeGreaterThan(0);
    expect(await endAt(signal, child)).toEqual([0, null]);
  });

  test('a full file that has space again gets the rest of the log, and the number of lost messages', async () => {
    const at = await server(mode);
    const log = path.join(at.folder, 'log');
    const command = `ulimit -f 1000; exec "${process.execPath}" "${bin}" start >> "${log}"`;
    const child = spawn('sh', ['-c', command], {
      cwd: at.folder,
      env: at.env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    await listening(at);
    await fillOutput(at);
    const dropped = await lost(at, 'dropped');
    expect(dropped).toBeGreaterThan(0);
    const text = () => readFileSync(log, 'utf8');
    await expect
      .poll(
        () => {
          const match = /for a while; (\d+) of its messages were dropped/.exec(text());
          // Makes space for the waiting messages, more than once if needed.
          if (match === null) truncateSync(log);
          return match?.[1];
        },
        { timeout: 30_000, interval: 200 },
      )
      .toBe(String(dropped));
    expect(await endAt(signal, child)).toEqual([0, null]);
    expect(text()).toContain(`${signal}: answering what has arrived, then stopping.`);
  });

  test('a reader that pauses gets the waiting messages later, and the number of lost ones', async () => {
    const at = await server(mode);
    const reader = unreadPipe(at.folder);
    const child = startOn(reader, at);
    await listening(at);
    await fillOutput(at);
    const dropped = await lost(at, 'dropped');
    expect(dropped).toBeGreaterThan(0);
    expect(await lost(at, 'error')).toBe(0);
    let text = '';
    const read = () => {
      text += readPipe(reader);
      return /for a while; (\d+) of its messages were dropped/.exec(text)?.[1];
    };
    await expect.poll(read, { timeout: 30_000, interval: 20 }).toBe(String(dropped));
    expect(await endAt(signal, child)).toEqual([0, null]);
  });

  test('a reader that stopped reading does not keep the process from ending', async () => {
    const at = await server(mode);
    const child = startOn(unreadPipe(at.folder), at);
    await listening(at);
    await fillOutput(at);
    expect(await endAt('SIGHUP', child)).toEqual([0, null]);
  });

  test('a reader of a socket that stopped reading does not keep the process from ending', async () => {
    const at = await server(mode);
    const child = spawn(process.execPath, [bin, 'start'], {
      cwd: at.folder,
      env: at.env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    await listening(at);
    await fillOutput(at);
    await expect.poll(() => lost(at, 'dropped')).toBeGreaterThan(0);
    expect(await endAt(signal, child)).toEqual([0, null]);
  });

  test('a reader that closed the pipe loses the log and nothing else', async () => {
    const at = await server(mode);
    const reader = unreadPipe(at.folder);
    const child = startOn(reader, at);
    await listening(at);
    closeSync(reader);
    await fillOutput(at);
    await expect.poll(() => lost(at, 'dropped')).toBeGreaterThan(0);
    expect(await endAt(signal, child)).toEqual([0, null]);
  });

  test.each(['start', 'dev'])(
    '%s on a terminal that is not read answers calls, and ends at a signal',
    async (command) => {
      const at = await server(mode);
      const terminal = await onTerminal('foreign', [process.execPath, bin, command], {
        cwd: at.folder,
        env: at.env,
      });
      onTestFinished(terminal.close);
      await listening(at);
      await fillOutput(at);
      await expect.poll(() => lost(at, 'dropped')).toBeGreaterThan(0);
      process.kill(terminal.pid, signal);
      terminal.close();
      expect(await terminal.ended).toBe(0);
      await expect(fetch(at.url)).rejects.toThrow('fetch failed');
    },
  );

  test.each(['start', 'dev'])(
    '%s answers calls after its terminal has closed, and ends at a signal',
    async (command) => {
      const at = await server(mode);
      const terminal = await onTerminal('foreign', [process.execPath, bin, command], {
        cwd: at.folder,
        env: at.env,
      });
      await listening(at);
      terminal.close();
      await fillOutput(at);
      await expect.poll(() => lost(at, 'error')).toBeGreaterThan(0);
      process.kill(terminal.pid, signal);
      expect(await terminal.ended).toBe(0);
      await expect(fetch(at.url)).rejects.toThrow('fetch failed');
    },
  );

  test.each(['start', 'dev'])(
    '%s in the foreground of a terminal ends in order when that closes',
    async (command) => {
      const at = await server(mode);
      const terminal = await onTerminal('own', [process.execPath, bin, command], {
        cwd: at.folder,
        env: at.env,
      });
      await listening(at);
      terminal.close();
      expect(await terminal.ended).toBe(0);
      await expect(fetch(at.url)).rejects.toThrow('fetch failed');
    },
  );
});
