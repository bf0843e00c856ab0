/**
 * `plivo-jsx start` in a process of its own, as in production.
 * @module
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { publicUrl, token } from './webhook.ts';

/** What a process takes of the machine. */
export interface Usage {
  /** Memory in MB. */
  readonly memory: number;
  /** Processor time in milliseconds since the start. */
  readonly cpu: number;
}

/** A server that listens. */
export interface Server {
  readonly port: number;
  /** Undefined where the system does not tell. */
  usage(): Usage | undefined;
  /** Tells it to stop, as whoever deploys does; the exit code. */
  stop(): Promise<number | null>;
}

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Most milliseconds that a start may take, on a machine with other things to do. */
const longestStart = 60_000;

/** Set to nothing, so that a `.env` in the clone does not change what callers get. */
const ofNobody = { HOST: '', METRICS_PORT: '', ASSOCIATE_NUMBER: '', AUDIO_MESSAGE_URL: '' };

/** Serves Inspire Works, or the flow that never answers. */
export async function startServer(flows: 'inspire-works' | 'never' = 'inspire-works'): Promise<Server> {
  const folder = mkdtempSync(path.join(tmpdir(), 'soak-'));
  const logFile = path.join(folder, 'log');
  // Into a file: a pipe that nobody empties at once would hold the server up.
  const log = openSync(logFile, 'w');
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [here('../bin/plivo-jsx.js'), 'start'], {
    cwd: flows === 'never' ? here('.') : here('..'),
    env: {
      PATH,
      HOME,
      ...ofNobody,
      NODE_ENV: 'production',
      PORT: '0',
      PUBLIC_URL: publicUrl,
      PLIVO_AUTH_TOKEN: token,
    },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const exited = once(child, 'exit').then(([code]) => {
    rmSync(folder, { recursive: true, force: true });
    return code as number | null;
  });
  const stop = () => {
    child.kill('SIGTERM');
    return exited;
  };
  const port = await listening(logFile, () => child.exitCode !== null).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { port, usage: () => usageOf(child.pid!), stop };
}

async function listening(logFile: string, hasEnded: () => boolean): Promise<number> {
  for (let waited = 0; waited < longestStart && !hasEnded(); waited += 50) {
    const [, port] = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(readFileSync(logFile, 'utf8')) ?? [];
    if (port !== undefined) return Number(port);
    await wait(50);
  }
  throw new Error('The server did not start.');
}

function usageOf(pid: number): Usage | undefined {
  try {
    const [, memory] = /VmRSS:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!;
    // Behind the name of the program, which may hold spaces; in hundredths of a second.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return { memory: Number(memory) / 1024, cpu: (Number(fields[11]) + Number(fields[12])) * 10 };
  } catch {
    return undefined;
  }
}
