import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { isInstalled } from '../support/programs.ts';
import { startRedis, type RunningRedis } from '../support/redis.ts';
import { projectOfPages, serve, type Server } from './pages.ts';

// Each of these starts two processes.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe.skipIf(!isInstalled('redis-server'))('the flow of the page about sessions', () => {
  let redis: RunningRedis;
  let folder: string;
  beforeAll(async () => {
    redis = await startRedis();
    folder = await projectOfPages('ioredis');
  });
  afterAll(() => redis.kill());

  /** Answers the first question in one process, and the second one in another. */
  const booked = async (env: Readonly<Record<string, string>>) => {
    const [one, two] = (await Promise.all([serve(env, folder), serve(env, folder)])) as [Server, Server];
    const press = (server: Server, path: string, Digits: string) => {
      const body = new URLSearchParams({ CallUUID: 'b7c1d2e3', From: '14155550100', Digits });
      return fetch(server.url + path, { method: 'POST', body });
    };
    await press(one, '/table/day', '4');
    return (await press(two, '/table/booked', '0305')).text();
  };

  test('goes on in another process that has the same REDIS_URL', async () => {
    const REDIS_URL = `redis://127.0.0.1:${redis.port}`;
    expect(await booked({ REDIS_URL })).toContain('A table for 4 is booked. Goodbye.');
  });

  test('begins again where each process has a memory of its own', async () => {
    expect(await booked({})).toContain('<Redirect>');
  });
});
