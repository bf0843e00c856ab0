import type { Store } from 'plivo-jsx/fastify';
import { flow, Hangup, level, Response as Document, signRequest, Speak } from 'plivo-jsx';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startRedis, storeOf, type RunningRedis } from './redis.ts';
import { serve, type Served } from '../served.ts';

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
  const flows = [flow('shared', { levels: [counted, slow] })];
  return serve({ flows, publicUrl, authTokens, store, deadline: 400 });
}

let redis: RunningRedis;
let stores: Awaited<ReturnType<typeof storeOf>>[];
let one: Served;
let two: Served;

beforeAll(async () => {
  redis = await startRedis();
  stores = await Promise.all([storeOf(redis.port), storeOf(redis.port)]);
  [one, two] = (await Promise.all(stores.map(({ store }) => app(store)))) as [Served, Served];
});
afterAll(async () => {
  for (const { close } of stores) close();
  await Promise.all([one.close(), two.close(), redis.kill()]);
});
afterEach(() => {
  done.length = 0;
  one.taken();
  two.taken();
});

let nonces = 0;
const fields = { CallUUID: 'b7c1d2e3', From: '14155550100', Digits: '1' };
const sign = (path: string) => ({
  ...signRequest({ method: 'POST', url: publicUrl + path, params: fields, nonce: `n${nonces++}` }, token),
});
const text = async (reply: Promise<Response>) => (await reply).text();

describe('with a store', () => {
  test('a second try that comes to another process gets the same bytes, and is not done again', async () => {
    const headers = sign('/shared');
    const first = await text(one.post('/shared', fields, headers));
    expect(first).toContain('Visit 1.');
    expect(await text(two.post('/shared', fields, headers))).toBe(first);
    expect(await text(two.post('/shared', fields, headers))).toBe(first);
    expect(done).toEqual(['1']);
    expect(two.taken()).toMatchObject([{ reason: 'signature' }, { reason: 'signature' }]);
  });

  test('the same signature over another content is refused in another process', async () => {
    const headers = sign('/shared');
    await one.post('/shared', fields, headers);
    const reply = await two.post('/shared', 'CallUUIDb=7c1d2e3&Digits=1&From=14155550100', headers);
    expect([reply.status, await reply.text()]).toEqual([403, '']);
    expect(await text(two.post('/shared', fields, headers))).toContain('Visit 1.');
    expect(done).toEqual(['1']);
  });

  test('a process that has other tokens, while they change, knows it too', async () => {
    const third = await app(stores[1]!.store, ['newer_token', token]);
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

  test('what another process never answers is answered with "one moment"', async () => {
    const headers = sign('/shared/slow');
    open = () => {};
    void one.post('/shared/slow', fields, headers).catch(() => {});
    await expect.poll(() => open.name).toBe('');
    expect(await text(two.post('/shared/slow', fields, headers))).toContain('One moment, please.');
    open();
  });
});

describe('row 67: with a store that is', () => {
  const goesOn = async () => {
    const said = [];
    for (const _ of [1, 2, 3]) said.push(await text(one.post('/shared', fields, sign('/shared'))));
    expect(said.map((xml) => /Visit \d/.exec(xml)?.[0])).toEqual(['Visit 1', 'Visit 2', 'Visit 3']);
    const lines = one.taken().filter(({ event }) => event === 'store');
    expect(lines).toMatchObject([{ level: 'error', event: 'store', reason: 'error' }]);
    expect(lines[0]!.msg).toContain('The store failed; calls go on, and second tries are answered anew.');
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
