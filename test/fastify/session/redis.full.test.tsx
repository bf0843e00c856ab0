import { createApp } from 'plivo-jsx/fastify';
import { redisStore, type RedisStore } from 'plivo-jsx/redis';
import { call } from 'plivo-jsx/testing';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { isInstalled } from '../../support/programs.ts';
import { startRedis, type RunningRedis } from '../../support/redis.ts';
import { bookings } from './flow.tsx';

let redis: RunningRedis;
let store: RedisStore;
let app: Awaited<ReturnType<typeof createApp>>;

const url = () => `redis://127.0.0.1:${redis.port}`;

describe.skipIf(!isInstalled('redis-server'))(
  'the sessions of calls in a real Redis',
  { timeout: 60_000 },
  () => {
    beforeEach(async () => {
      redis = await startRedis();
      store = redisStore(url());
      app = await createApp({ flows: [bookings], store });
    });
    afterEach(async () => {
      await app.close();
      await store.close();
      await redis.kill();
    });

    /** Presses the key while the store is down; it is back a moment after the caller was asked to wait. */
    const pressMeanwhile = async (back: () => unknown) => {
      const phone = await call(app, '/book');
      await phone.press('0305');
      return async (down: () => unknown) => {
        await down();
        const pressed = phone.press('1');
        await expect.poll(() => said(phone).at(-1)).toBe('One moment, please.');
        await back();
        await pressed;
        return phone;
      };
    };
    const said = ({ heard }: Awaited<ReturnType<typeof call>>) => heard.map(({ text }) => text);
    const whole = ['Enter the date.', 'Is that right?', 'One moment, please.', 'You pressed 1 for 0305.'];

    test('a Redis that hangs costs the caller a sentence, and neither the call nor the key', async () => {
      const press = await pressMeanwhile(() => redis.resume());
      const phone = await press(() => redis.pause());
      expect(said(phone)).toEqual(whole);
    });

    test('a Redis that is killed does, too, and what was in its memory is absent', async () => {
      const press = await pressMeanwhile(async () => {
        redis = await startRedis(redis.port);
      });
      const phone = await press(() => redis.kill());
      const [last, ...before] = said(phone).toReversed();
      expect(last).toBe('You pressed 1 for nothing.');
      // A client takes its time to find the new one.
      expect(new Set(before)).toEqual(new Set(whole.slice(0, 3)));
    });

    test('a caller whose Redis never comes back hears an apology, and the call ends', async () => {
      const phone = await call(app, '/book', { failures: 'allow' });
      await phone.press('0305');
      await redis.kill();
      await phone.press('1');
      const waits = said(phone).filter((text) => text === 'One moment, please.');
      expect([waits.length, said(phone).at(-1)]).toEqual([6, expect.stringContaining('We are sorry')]);
      redis = await startRedis(redis.port);
    });

    test('a value is gone when its time is over', async () => {
      const phone = await call(app, '/book');
      await phone.press('0305');
      await wait(2_100);
      await phone.press('1');
      expect(said(phone).at(-1)).toBe('You pressed 1 for nothing.');
    });

    test('another process knows what this one was told', async () => {
      const server = fileURLToPath(new URL('server.tsx', import.meta.url));
      const child = fork(server, [url()], { execArgv: ['-C', 'plivo-jsx-source', '--import', 'tsx'] });
      onTestFinished(() => void child.kill('SIGKILL'));
      const [{ port }] = (await once(child, 'message')) as [{ port: number }];
      const fields = { CallUUID: 'b7c1d2e3', From: '14155550100', To: '14155550199' };
      const form = (digits: string) => new URLSearchParams({ ...fields, Digits: digits });
      const there = (path: string, digits: string) =>
        fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body: form(digits) });
      expect((await there('/book/note', '0305')).status).toBe(200);
      const here = await app.inject({
        method: 'POST',
        url: '/book/confirm',
        payload: form('1').toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      expect(here.body).toContain('You pressed 1 for 0305.');
    });
  },
);
