import { Redis, type RedisOptions } from 'ioredis';
import { PlivoJsxError } from 'plivo-jsx';
import { redisStore, type RedisStore } from 'plivo-jsx/redis';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { isInstalled } from '../support/programs.ts';
import { startRedis, type RunningRedis } from '../support/redis.ts';
import { asNodeRedis } from './node-redis.ts';

const isLeftOut = !isInstalled('redis-server');

let redis: RunningRedis;
let url: string;
beforeAll(async () => {
  if (isLeftOut) return;
  redis = await startRedis();
  url = `redis://127.0.0.1:${redis.port}`;
});
afterAll(() => redis?.kill());

/** A client of the app's own, which waits as long as it likes. */
function ownClient(options: RedisOptions = {}): Redis {
  const client = new Redis(redis.port, '127.0.0.1', options);
  client.on('error', () => {});
  onTestFinished(() => client.disconnect());
  return client;
}

const ways: [string, () => RedisStore][] = [
  ['an address', () => redisStore(url)],
  ['a client of ioredis', () => redisStore(ownClient())],
  ['a client of ioredis that connects later', () => redisStore(ownClient({ lazyConnect: true }))],
  ['a client of redis', () => redisStore(asNodeRedis(ownClient()))],
];

let keys = 0;
const newKey = () => `key ${keys++}`;

describe.skipIf(isLeftOut).each(ways)('a store by %s', (_, create) => {
  const opened = () => {
    const store = create();
    onTestFinished(() => store.close());
    return store;
  };

  test('keeps texts for their time, and works before the connection is there', async () => {
    const [store, key] = [opened(), newKey()];
    expect(await store.get(key)).toBeUndefined();
    await store.set(key, 'a text with "quotes", ünicode and\nlines', 60_000);
    expect(await store.get(key)).toBe('a text with "quotes", ünicode and\nlines');
    await store.set(key, '', 1);
    await expect.poll(() => store.get(key)).toBeUndefined();
  });

  test('sets a key once for all that share the Redis', async () => {
    const [one, two, key] = [opened(), opened(), newKey()];
    const set = await Promise.all(
      [one, two, one, two].map((store, index) => store.setIfAbsent(key, `${index}`, 60_000)),
    );
    expect(set.filter(Boolean)).toEqual([true]);
    expect(await one.get(key)).toBe(String(set.indexOf(true)));
  });

  test('fails in time while Redis hangs, and works again when it goes on', async () => {
    const [store, key] = [opened(), newKey()];
    await store.set(key, 'value', 60_000);
    redis.pause();
    const uses = [store.get(key), store.set(key, 'other', 60_000), store.setIfAbsent(key, 'other', 60_000)];
    const failed = await Promise.allSettled(uses);
    redis.resume();
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await expect.poll(() => store.get(key).catch(() => 'failed')).toMatch(/value|other/);
  });

  test(
    'fails in time when Redis is dead, and finds one that is started again',
    { timeout: 20_000 },
    async () => {
      const [store, key] = [opened(), newKey()];
      await store.set(key, 'value', 60_000);
      await redis.kill();
      await expect(store.get(key)).rejects.toBeInstanceOf(Error);
      await expect(store.set(key, 'late', 60_000)).rejects.toBeInstanceOf(Error);
      redis = await startRedis(redis.port);
      const written = () =>
        store
          .set(key, 'again', 60_000)
          .then(() => store.get(key))
          .catch(() => 'failed');
      await expect.poll(written, { timeout: 10_000 }).toBe('again');
    },
  );
});

describe.skipIf(isLeftOut)('the keys', () => {
  test('begin with the prefix of the app', async () => {
    const [shop, clinic, key] = [
      redisStore(url, { prefix: 'shop:' }),
      redisStore(url, { prefix: 'clinic:' }),
      newKey(),
    ];
    await shop.set(key, 'value', 60_000);
    expect([await shop.get(key), await clinic.get(key)]).toEqual(['value', undefined]);
    expect(await ownClient().get(`shop:${key}`)).toBe('value');
    await Promise.all([shop.close(), clinic.close()]);
  });

  test('expire to the millisecond, also where the time is not whole', async () => {
    const [store, key] = [redisStore(url), newKey()];
    await store.set(key, 'value', 59_999.5);
    const left = await ownClient().pttl(key);
    expect(left > 50_000 && left <= 60_000).toBe(true);
    await store.close();
  });
});

test.skipIf(isLeftOut)('close ends a connection of its own, and leaves yours', async () => {
  const client = ownClient();
  const [yours, own] = [redisStore(client), redisStore(url)];
  await Promise.all([yours.get('key'), own.get('key')]);
  await Promise.all([yours.close(), own.close()]);
  expect(await yours.get('key')).toBeUndefined();
  await expect(own.get('key')).rejects.toBeInstanceOf(Error);
});

test.skipIf(isLeftOut)('an error of Redis has no argument of the command', async () => {
  const client = ownClient();
  const renamed = {
    status: 'ready',
    call: (_: string, args: string[]) => client.call('STORE', args),
    once: () => {},
  };
  const failure = redisStore(renamed).set('key', '4929876543210987', 1_000);
  await expect(failure).rejects.toThrow("ERR unknown command 'STORE'");
  await expect(failure).rejects.not.toThrow('4929876543210987');
});

describe('without a Redis', () => {
  const stores: RedisStore[] = [];
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
  });

  test('each use fails, and nothing else does', async () => {
    const store = redisStore(`redis://127.0.0.1:${await freePort()}`);
    stores.push(store);
    await expect(store.get('key')).rejects.toBeInstanceOf(Error);
    await expect(store.setIfAbsent('key', 'value', 1_000)).rejects.toBeInstanceOf(Error);
  });

  test.each(['', 'localhost:6379', 'http://localhost', 'redis://', 'redis://user:secret@:bad'])(
    'the address %j is refused, without the password in it',
    (address) => {
      let error: unknown;
      try {
        stores.push(redisStore(address));
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(PlivoJsxError);
      expect((error as Error).message).toBe(
        'The option url of redisStore() is not the address of a Redis.\nFix: write it as redis://localhost:6379, or rediss:// for TLS. [E_OPTION]',
      );
    },
  );
});
