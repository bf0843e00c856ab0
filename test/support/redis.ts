import { Redis } from 'ioredis';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Store } from 'plivo-jsx/fastify';
import { freePort } from './free-port.ts';

/** A real Redis on a port of this machine, in memory only. */
export interface RunningRedis {
  readonly port: number;
  /** Stops it for a while: connections stay, and nothing is answered. */
  pause(): void;
  resume(): void;
  kill(): Promise<void>;
}

/** Starts one. */
export async function startRedis(wanted?: number): Promise<RunningRedis> {
  const port = wanted ?? (await freePort());
  const child = spawn('redis-server', ['--port', `${port}`, '--save', '', '--bind', '127.0.0.1'], {
    stdio: 'ignore',
  });
  await answers(port, child);
  return {
    port,
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    async kill() {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function answers(port: number, child: ChildProcess): Promise<void> {
  const redis = new Redis(port, '127.0.0.1', { retryStrategy: () => 20, maxRetriesPerRequest: null });
  redis.on('error', () => {});
  child.once('error', () => redis.disconnect());
  await redis.ping();
  redis.disconnect();
}

/** A client that does not keep callers waiting, as `redisStore` makes it. */
export const tuned = {
  maxRetriesPerRequest: 1,
  enableOfflineQueue: false,
  commandTimeout: 250,
} as const;

/** A store of one's own, which leaves deadlines to the client and to the app. */
export const storeOver = (redis: Redis): Store => ({
  get: async (key) => (await redis.get(key)) ?? undefined,
  set: (key, value, milliseconds) => redis.set(key, value, 'PX', milliseconds),
  setIfAbsent: async (key, value, milliseconds) =>
    (await redis.set(key, value, 'PX', milliseconds, 'NX')) === 'OK',
});
