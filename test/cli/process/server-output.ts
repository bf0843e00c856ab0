import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { constants, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { freePort } from '../../support/free-port.ts';
import { bin } from '../../support/shipped.ts';
import { projectWith } from '../project.ts';

/** Each call writes 100 KB, so that a few of them fill whatever takes the output. */
const flow = `
import { flow, level, Response, Speak } from 'plivo-jsx';
const hello = level('/hello', () => {
  console.log('x'.repeat(100_000));
  return <Response><Speak>Good morning</Speak></Response>;
});
export default flow('hello', { levels: [hello] });
`;

const calls = 20;

/** A server, known by its ports. */
export interface Server {
  readonly url: string;
  readonly metrics: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Prepares a server that is not started. */
export async function server(mode: string): Promise<Server> {
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

/** Waits until the server listens. */
export async function listening({ url }: Server): Promise<void> {
  const ready = () => fetch(`${url}/ready`).then(({ status }) => status, String);
  await expect.poll(ready, { timeout: 20_000 }).toBe(200);
}

/** Calls until more output is written than may wait. */
export async function fillOutput({ url }: Server): Promise<void> {
  for (let left = calls; left > 0; left--)
    expect((await fetch(`${url}/hello`, { signal: AbortSignal.timeout(5_000) })).status).toBe(200);
}

/** How many messages were dropped, or how many writes failed. */
export async function lost({ metrics }: Server, reason: 'dropped' | 'error'): Promise<number> {
  const text = await (await fetch(metrics)).text();
  return Number(new RegExp(`^ivr_log_total\\{reason="${reason}"\\} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
}

/** Sends a signal to a process, and waits for the exit code and the signal that ended it. */
export async function endAt(
  signal: NodeJS.Signals,
  child: ChildProcess,
): Promise<[number | null, NodeJS.Signals | null]> {
  const end = once(child, 'exit');
  child.kill(signal);
  return (await end) as [number | null, NodeJS.Signals | null];
}

/** Starts a server whose standard output is a file descriptor. */
export function startOn(stdout: number, { folder, env }: Server, command = 'start'): ChildProcess {
  const child = spawn(process.execPath, [bin, command], {
    cwd: folder,
    env,
    stdio: ['ignore', stdout, 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** A pipe that only the test may read. */
export function unreadPipe(folder: string): number {
  const file = path.join(folder, 'pipe');
  execFileSync('mkfifo', [file]);
  return openSync(file, constants.O_RDWR | constants.O_NONBLOCK);
}

/** Reads what has arrived in a pipe, and does not wait for more. */
export function readPipe(pipe: number): string {
  const chunk = Buffer.alloc(1_000_000);
  try {
    return chunk.toString('utf8', 0, readSync(pipe, chunk));
  } catch {
    // Nothing is in the pipe yet.
    return '';
  }
}
