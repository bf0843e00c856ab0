import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, openSync, readFileSync, readSync, truncateSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { projectWith } from '../project.ts';
import { onTerminal } from '../../support/terminal.ts';

const bin = path.resolve('bin/plivo-jsx.js');

/** Each call writes 100 KB, so that a few of them fill whatever takes the output. */
const flow = `
import { flow, level, Response, Speak } from 'plivo-jsx';
const hello = level('/hello', () => {
  console.log('x'.repeat(100_000));
  return <Response><Speak>Good morning</Speak></Response>;
});
export default flow('hello', { levels: [hello] });
`;

/** Calls until more is written than may wait. */
const calls = 20;

/** A server whose output leads to a bad place, known by its ports. */
interface Server {
  readonly url: string;
  readonly metrics: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function server(mode: string): Promise<Server> {
  const [port, metrics] = [await freePort(), await freePort()];
  return {
    url: `http://127.0.0.1:${port}`,
    metrics: `http://127.0.0.1:${metrics}/metrics`,
    folder: await projectWith({ 'flows/hello/flow.tsx': flow }),
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      PORT: String(port),
      METRICS_PORT: String(metrics),
      NODE_ENV: mode,
    },
  };
}

async function begun({ url }: Server): Promise<void> {
  const ready = () => fetch(`${url}/ready`).then(({ status }) => status, String);
  await expect.poll(ready, { timeout: 20_000 }).toBe(200);
}

async function call({ url }: Server): Promise<void> {
  for (let left = calls; left > 0; left--)
    expect((await fetch(`${url}/hello`, { signal: AbortSignal.timeout(5_000) })).status).toBe(200);
}

/** How many messages of the log, or writes of it, were lost. */
async function lost({ metrics }: Server, reason: 'dropped' | 'error'): Promise<number> {
  const text = await (await fetch(metrics)).text();
  return Number(new RegExp(`^ivr_log_total\\{reason="${reason}"\\} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
}

const exited = async (child: ChildProcess) => (await once(child, 'exit')) as [number | null, string | null];

function startOn(stdout: number, { folder, env }: Server, command = 'start'): ChildProcess {
  const child = spawn(process.execPath, [bin, command], {
    cwd: folder,
    env,
    stdio: ['ignore', stdout, 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** A pipe that the test may read, and nobody else does. */
function pipe(folder: string): number {
  const file = path.join(folder, 'pipe');
  execFileSync('mkfifo', [file]);
  return openSync(file, constants.O_RDWR | constants.O_NONBLOCK);
}

describe.each([
  ['development', 'SIGTERM'],
  ['production', 'SIGINT'],
] as const)('in %s', { timeout: 60_000 }, (mode, signal) => {
  test('a disk that is full takes the log and nothing else', async () => {
    const at = await server(mode);
    const child = startOn(openSync('/dev/full', 'w'), at);
    await begun(at);
    await call(at);
    await expect.poll(() => lost(at, 'error')).toBeGreaterThan(0);
    await expect.poll(() => lost(at, 'dropped')).toBeGreaterThan(0);
    const end = exited(child);
    child.kill(signal);
    expect(await end).toEqual([0, null]);
  });

  test('a file that is full and gets room again has the rest of the log, and how much is missing', async () => {
    const at = await server(mode);
    const log = path.join(at.folder, 'log');
    const command = `ulimit -f 1000; exec "${process.execPath}" "${bin}" start >> "${log}"`;
    const child = spawn('sh', ['-c', command], {
      cwd: at.folder,
      env: at.env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    await begun(at);
    await call(at);
    const dropped = await lost(at, 'dropped');
    expect(dropped).toBeGreaterThan(0);
    const text = () => readFileSync(log, 'utf8');
    await expect
      .poll(
        () => {
          const told = /for a while; (\d+) of its messages were dropped/.exec(text());
          // Makes room for what waits, as often as it needs.
          if (told === null) truncateSync(log);
          return told?.[1];
        },
        { timeout: 30_000, interval: 200 },
      )
      .toBe(String(dropped));
    const end = exited(child);
    child.kill(signal);
    expect(await end).toEqual([0, null]);
    expect(text()).toContain(`${signal}: answering what has arrived, then stopping.`);
  });

  test('a reader that stopped reading gets what waits, and how much is missing, once it reads again', async () => {
    const at = await server(mode);
    const reader = pipe(at.folder);
    const child = startOn(reader, at);
    await begun(at);
    await call(at);
    const dropped = await lost(at, 'dropped');
    expect(dropped).toBeGreaterThan(0);
    expect(await lost(at, 'error')).toBe(0);
    let text = '';
    const read = () => {
      const chunk = Buffer.alloc(65_536);
      try {
        text += chunk.toString('utf8', 0, readSync(reader, chunk));
      } catch {
        // Nothing is in the pipe yet.
      }
      return /for a while; (\d+) of its messages were dropped/.exec(text)?.[1];
    };
    await expect.poll(read, { timeout: 30_000, interval: 20 }).toBe(String(dropped));
    const end = exited(child);
    child.kill(signal);
    expect(await end).toEqual([0, null]);
  });

  test('a reader that stopped reading does not keep the process from ending', async () => {
    const at = await server(mode);
    const child = startOn(pipe(at.folder), at);
    await begun(at);
    await call(at);
    const end = exited(child);
    child.kill('SIGHUP');
    expect(await end).toEqual([0, null]);
  });

  test('nor one at the other end of a socket', async () => {
    const at = await server(mode);
    const child = spawn(process.execPath, [bin, 'start'], {
      cwd: at.folder,
      env: at.env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    await begun(at);
    await call(at);
    await expect.poll(() => lost(at, 'dropped')).toBeGreaterThan(0);
    const end = exited(child);
    child.kill(signal);
    expect(await end).toEqual([0, null]);
  });

  test('a reader that is gone takes the log and nothing else', async () => {
    const at = await server(mode);
    const reader = pipe(at.folder);
    const child = startOn(reader, at);
    await begun(at);
    closeSync(reader);
    await call(at);
    await expect.poll(() => lost(at, 'dropped')).toBeGreaterThan(0);
    const end = exited(child);
    child.kill(signal);
    expect(await end).toEqual([0, null]);
  });

  test.each(['start', 'dev'])(
    '%s on a terminal that nobody reads answers calls, and ends when told',
    async (command) => {
      const at = await server(mode);
      const terminal = await onTerminal('foreign', [process.execPath, bin, command], {
        cwd: at.folder,
        env: at.env,
      });
      onTestFinished(terminal.close);
      await begun(at);
      await call(at);
      await expect.poll(() => lost(at, 'dropped')).toBeGreaterThan(0);
      process.kill(terminal.pid, signal);
      terminal.close();
      expect(await terminal.ended).toBe(0);
      await expect(fetch(at.url)).rejects.toThrow('fetch failed');
    },
  );

  test.each(['start', 'dev'])(
    '%s answers calls after its terminal has closed, and ends when told',
    async (command) => {
      const at = await server(mode);
      const terminal = await onTerminal('foreign', [process.execPath, bin, command], {
        cwd: at.folder,
        env: at.env,
      });
      await begun(at);
      terminal.close();
      await call(at);
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
      await begun(at);
      terminal.close();
      expect(await terminal.ended).toBe(0);
      await expect(fetch(at.url)).rejects.toThrow('fetch failed');
    },
  );
});
