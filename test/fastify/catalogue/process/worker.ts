import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { LogLine } from '../../served.ts';

/** A server in a process of its own. */
export interface Worker {
  readonly port: number;
  /** Waits for what the server says next. */
  heard(): Promise<unknown>;
  say(message: 'open' | 'count'): void;
  /** Its log so far. */
  told(): string;
  kill(signal: NodeJS.Signals): void;
  /** How the process ended: exit code or signal, and its log. */
  readonly ended: Promise<{
    readonly end: number | string;
    readonly log: readonly LogLine[];
    readonly text: string;
  }>;
}

const server = fileURLToPath(new URL('server.tsx', import.meta.url));

/** Starts one. */
export async function startWorker(...args: readonly string[]): Promise<Worker> {
  const child = fork(server, args, {
    execArgv: ['-C', 'plivo-jsx-source', '--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let text = '';
  child.stdout!.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<Awaited<Worker['ended']>>((resolve) => {
    child.once('close', (code, signal) => {
      const log = text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as LogLine);
      resolve({ end: code ?? signal!, log, text });
    });
  });
  const heard = async () => (await once(child, 'message'))[0] as unknown;
  const { port } = (await heard()) as { port: number };
  return {
    port,
    heard,
    say: (message) => void child.send(message),
    told: () => text,
    kill: (signal) => void child.kill(signal),
    ended,
  };
}
