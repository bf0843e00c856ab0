import type { Store } from 'plivo-jsx/fastify';
import { redisStore, type RedisStore } from 'plivo-jsx/redis';
import { callback, flow, Hangup, level, Response as Document, signRequest, Speak } from 'plivo-jsx';
import { Redis } from 'ioredis';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startProxy } from './once/proxy.ts';
import { startRedis, storeOver, type RunningRedis } from '../../../support/redis.ts';
import { isInstalled } from '../../../support/programs.ts';
import { serve, type Served } from '../../served.ts';

const isLeftOut = !isInstalled('redis-server');
const publicUrl = 'https://ivr.example.com';
const token = 'made_up_token';
const done: string[] = [];
let open = () => {};

const visits = () => (
  <Document>
    <Speak>Visit {done.length}.</Speak>
    <Hangup />
  </Document>
);

/** Two processes would have a flow each. */
function app(store: Store, authTokens = [token]): Promise<Served> {
  const counted = level('/shared', ({ call }) => {
    done.push(call.digits ?? 'nothing');
    return visits();
  });
  const slow = level('/shared/slow', async () => {
    await new Promise<void>((resolve) => {
      open = resolve;
    });
    done.push('slow');
    return visits();
  });
  const told = callback('/shared/told', ({ call }) => void done.push(call.kind));
  const flows = [flow('shared', { levels: [counted, slow, told] })];
  return serve({ flows, publicUrl, authTokens, store, deadline: 400 });
}

let redis: RunningRedis;
let stores: RedisStore[];
let one: Served;
let two: Served;

beforeAll(async () => {
  redis = await startRedis();
  stores = [1, 2].map(() => redisStore(`redis://127.0.0.1:${redis.port}`));
  [one, two] = (await Promise.all(stores.map((store) => app(store)))) as [Served, Served];
});
afterAll(async () => {
  for (const store of stores) await store.close();
  await Promise.all([one.close(), two.close(), redis.kill()]);
});
afterEach(() => {
  done.length = 0;
  one.taken();
  two.taken();
});

let nonces = 0;
const fields = { CallUUID: 'b7c1d2e3', From: '14155550100', Digits: '1' };
const sign = (path: string, params: Record<string, string> = fields) => ({
  ...signRequest({ method: 'POST', url: publicUrl + path, params, nonce: `n${nonces++}` }, token),
});
const text = async (reply: Promise<Response>) => (await reply).text();

describe.skipIf(isLeftOut)('with a store', () => {
  test('a second try that comes to another process gets the same bytes, and is not done again', async () => {
    const headers = sign('/shared');
    const first = await text(one.post('/shared', fields, headers));
    expect(first).toContain('Visit 1.');
    expect(await text(two.post('/shared', fields, headers))).toBe(first);
    expect(await text(two.post('/shared', fields, headers))).toBe(first);
    expect(done).toEqual(['1']);
    expect(two.taken()).toMatchObject([{ reason: 'signature' }, { reason: 'signature' }]);
  });

  test('the same signature over another content is rejected in another process', async () => {
    const headers = sign('/shared');
    await one.post('/shared', fields, headers);
    const reply = await two.post('/shared', 'CallUUIDb=7c1d2e3&Digits=1&From=14155550100', headers);
    expect([reply.status, await reply.text()]).toEqual([403, '']);
    expect(await text(two.post('/shared', fields, headers))).toContain('Visit 1.');
    expect(done).toEqual(['1']);
  });

  test('a process that has other tokens, while they change, knows it too', async () => {
    const third = await app(stores[1]!, ['newer_token', token]);
    const headers = sign('/shared');
    const first = await text(one.post('/shared', fields, headers));
    expect(await text(third.post('/shared', fields, headers))).toBe(first);
    expect(done).toEqual(['1']);
    await third.close();
  });

  test('what another process is still at is waited for', async () => {
    const headers = sign('/shared/slow');
    const first = one.post('/shared/slow', fields, headers);
    await expect.poll(() => open.name).toBe('');
    const again = two.post('/shared/slow', fields, headers);
    open();
    expect(await text(again)).toBe(await text(first));
    expect(done).toEqual(['slow']);
  });

  test('one that was signed anew, and answered with the one under way, is known to another process', async () => {
    const anew = sign('/shared/slow');
    open = () => {};
    const first = one.post('/shared/slow', fields, sign('/shared/slow'));
    await expect.poll(() => open.name).toBe('');
    const again = one.post('/shared/slow', fields, anew);
    await one.line('running');
    open();
    const document = await text(first);
    expect(await text(again)).toBe(document);
    expect(await text(two.post('/shared/slow', fields, anew))).toBe(document);
    expect(done).toEqual(['slow']);
  });

  test('what another process never answers is answered with "one moment"', async () => {
    const headers = sign('/shared/slow');
    open = () => {};
    void one.post('/shared/slow', fields, headers).catch(() => {});
    await expect.poll(() => open.name).toBe('');
    expect(await text(two.post('/shared/slow', fields, headers))).toContain('One moment, please.');
    open();
  });
});

const hangup = { CallUUID: 'b7c1d2e3', Event: 'Hangup', HangupCause: 'NORMAL_CLEARING' };

/** What is asked, and what its level writes down. */
const asked = [
  ['a level', '/shared', fields, '1'],
  ['a notice', '/shared/told', hangup, 'hangup'],
] as const;

describe.skipIf(isLeftOut)('when the connection to the store breaks after the claim has arrived', () => {
  test.each(asked)('%s is done once by a client that sends it again', async (_, path, form, mark) => {
    const proxy = await startProxy(redis.port, { verb: 0, when: 'before its reply' }, () => true);
    const client = new Redis(proxy.port, '127.0.0.1');
    client.on('error', () => {});
    const three = await app(storeOver(client));
    onTestFinished(async () => {
      client.disconnect();
      proxy.close();
      await three.close();
    });
    const headers = sign(path, form);
    const first = await three.post(path, form, headers);
    expect([first.status, done]).toEqual([200, [mark]]);
    const again = await two.post(path, form, headers);
    expect(await again.text()).toBe(await first.text());
    expect(done).toEqual([mark]);
  });
});

describe.skipIf(isLeftOut)('when the process that has the request is killed', { timeout: 60_000 }, () => {
  test.each(asked)('%s is done by the one that is asked again', async (_, path, form, mark) => {
    const server = fileURLToPath(new URL('once/server.tsx', import.meta.url));
    const child = fork(server, [`${redis.port}`, publicUrl, token], {
      execArgv: ['-C', 'plivo-jsx-source', '--import', 'tsx'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [{ port }] = (await once(child, 'message')) as [{ port: number }];
    const headers = sign(path, form);
    const body = new URLSearchParams(form);
    const lost = fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body });
    expect(await once(child, 'message')).toEqual(['at work', undefined]);
    child.kill('SIGKILL');
    await expect(lost).rejects.toThrow('fetch failed');
    const reply = await two.post(path, form, headers);
    expect([reply.status, done]).toEqual([200, [mark]]);
    expect(await text(one.post(path, form, headers))).toBe(await reply.text());
    expect(done).toEqual([mark]);
  });
});

test.skipIf(isLeftOut)(
  'a notice whose handler failed is not acknowledged by another process, but handled',
  async () => {
    const failing = callback('/shared/told', () => Promise.reject(new Error('no database')));
    const flows = [flow('shared', { levels: [level('/shared', visits), failing] })];
    const three = await serve({ flows, publicUrl, authTokens: [token], store: stores[1]! });
    onTestFinished(() => three.close());
    const headers = sign('/shared/told', hangup);
    expect((await three.post('/shared/told', hangup, headers)).status).toBe(200);
    expect((await two.post('/shared/told', hangup, headers)).status).toBe(200);
    expect(done).toEqual(['hangup']);
  },
);

describe.skipIf(isLeftOut)('row 67: with a store that is', () => {
  const goesOn = async () => {
    const said = [];
    for (const _ of [1, 2, 3]) said.push(await text(one.post('/shared', fields, sign('/shared'))));
    expect(said.map((xml) => /Visit \d/.exec(xml)?.[0])).toEqual(['Visit 1', 'Visit 2', 'Visit 3']);
    const lines = one.taken().filter(({ event }) => event === 'store');
    expect(lines).toMatchObject([{ level: 'error', event: 'store', reason: 'error' }]);
    expect(lines[0]!.msg).toContain('The store failed; calls go on, and retries are answered anew.');
  };

  test('hanging, calls go on, it is told once, and the store is used again when it is back', async () => {
    redis.pause();
    await goesOn();
    redis.resume();
    const shares = async () => {
      const headers = sign('/shared');
      const first = await text(one.post('/shared', fields, headers));
      return first === (await text(two.post('/shared', fields, headers)));
    };
    await expect.poll(shares, { timeout: 10_000, interval: 200 }).toBe(true);
    expect(await one.metrics()).toMatch(/^ivr_store_total\{reason="error"\} [1-9]/m);
  });

  test('dead, calls go on, and the same process still knows what it answered', async () => {
    await redis.kill();
    const headers = sign('/shared');
    const first = await text(one.post('/shared', fields, headers));
    expect(first).toContain('Visit 1.');
    expect(await text(one.post('/shared', fields, headers))).toBe(first);
    expect(done).toEqual(['1']);
    redis = await startRedis(redis.port);
  });
});
