import type { Store } from 'plivo-jsx/fastify';
import { expect, test } from 'vitest';
import { collision } from '../../../../src/fastify/cache/reply-cache.ts';
import {
  SharedReplies,
  type SharedAnswerSource,
} from '../../../../src/fastify/cache/shared/shared-replies.ts';
import { GuardedStore } from '../../../../src/store/guarded-store.ts';

/** A store in memory, and the times that it was told to keep something for. */
function memory() {
  const kept = new Map<string, string>();
  const times = new Set<number>();
  const store: Store = {
    get: async (key) => kept.get(key),
    set: async (key, value, milliseconds) => {
      times.add(milliseconds);
      kept.set(key, value);
    },
    setIfAbsent: async (key, value, milliseconds) => {
      times.add(milliseconds);
      return !kept.has(key) && kept.set(key, value).has(key);
    },
  };
  return { store, times };
}

const asked = 'POST /ivr\nCallUUID=a-call';

/** A process that shares a store, and what it does when it is asked. */
function processOf(store: Store, lease?: number) {
  const replies = new SharedReplies(new GuardedStore(store, () => {}), lease);
  return (make: SharedAnswerSource['make'], source: Partial<SharedAnswerSource> = {}, content = asked) =>
    replies.answerOnce('signature', content, {
      make,
      late: () => 'late',
      deadline: 1000,
      isGood: () => true,
      onFound: () => {},
      ...source,
    });
}

const never = () => new Promise<never>(() => {});

test('an answer that nobody got is not kept: whoever is asked again makes another one, at once', async () => {
  const { store, times } = memory();
  const [one, two] = [processOf(store, 600_000), processOf(store, 600_000)];
  expect(await one(() => 'answer 1', { isGood: () => false })).toBe('answer 1');
  expect(await two(() => 'answer 2')).toBe('answer 2');
  expect(await one(() => 'answer 3')).toBe('answer 2');
  expect([...times]).toEqual([600_000]);
});

test('a process whose store was not heard knows its own claim', async () => {
  const { store } = memory();
  const deaf: Store = { ...store, setIfAbsent: async (...set) => (await store.setIfAbsent(...set)) && false };
  expect(await processOf(deaf, 600_000)(() => 'answer')).toBe('answer');
});

test('a request that nobody works at any more is taken over after a lease, by one', async () => {
  const { store } = memory();
  const dead = { ...store, set: never };
  void processOf(dead, 50)(never);
  let made = 0;
  const make = async () => `answer ${++made}`;
  const others = [1, 2, 3].map(() => processOf(store, 50)(make));
  expect(await Promise.all(others)).toEqual(['answer 1', 'answer 1', 'answer 1']);
});

test('whoever takes over may be gone as well', async () => {
  const { store } = memory();
  const dead = { ...store, set: never };
  void processOf(dead, 50)(never);
  await new Promise<void>((resolve) => {
    const dies = () => {
      resolve();
      return never();
    };
    void processOf(dead, 50)(dies);
  });
  expect(await processOf(store, 50)(() => 'answer')).toBe('answer');
});

test('what a process answered in its last moment stands: whoever takes over looks once more', async () => {
  const { store } = memory();
  let wake: (answer: string) => void = () => {};
  const still = { ...store, set: never };
  const slow = processOf(still, 50)(() => new Promise<string>((resolve) => (wake = resolve)));
  const takesOver: Store = {
    ...store,
    async setIfAbsent(...set) {
      const isSet = await store.setIfAbsent(...set);
      if (!isSet) return false;
      wake('answer of the first');
      await slow;
      return true;
    },
  };
  const make = () => expect.fail('It was made twice.');
  expect(await processOf(takesOver, 50)(make)).toBe('answer of the first');
});

test('a process that works is waited for, however many leases it takes', async () => {
  const { store } = memory();
  let finish: (answer: string) => void = () => {};
  const first = processOf(store, 400)(() => new Promise<string>((resolve) => (finish = resolve)));
  setTimeout(() => finish('answer 1'), 1_000);
  expect(await processOf(store, 400)(() => 'answer 2', { deadline: 60_000 })).toBe('answer 1');
  expect(await first).toBe('answer 1');
});

test('a process that lives and is late: a caller hears something else, and a notice is taken twice', async () => {
  const { store } = memory();
  void processOf(store, 400)(never);
  expect(await processOf(store, 400)(() => 'answer', { deadline: 1 })).toBe('late');
  expect(await processOf(store, 400)(() => 'notice', { deadline: 1, late: undefined })).toBe('notice');
});

test('the first answer stands, also against a process that only stood still', async () => {
  const { store } = memory();
  let wake: (answer: string) => void = () => {};
  const still = { ...store, set: never };
  const slow = processOf(still, 50)(() => new Promise<string>((resolve) => (wake = resolve)));
  expect(await processOf(store, 50)(() => 'answer of the second')).toBe('answer of the second');
  wake('answer of the first');
  expect(await slow).toBe('answer of the second');
});

test('another content under the same signature is rejected, whether the first is at work, gone or done', async () => {
  const { store } = memory();
  const dead = { ...store, set: never };
  void processOf(dead, 50)(never);
  const forger = (process = processOf(store, 50)) =>
    process(() => 'forged', {}, 'POST /ivr\nCallUUIDa=-call');
  expect(await forger()).toBe(collision);
  expect(await processOf(store, 50)(() => 'answer')).toBe('answer');
  expect(await forger()).toBe(collision);
});

test('an answer that the store did not take is kept as soon as it does', async () => {
  const { store } = memory();
  let isDown = false;
  const breaks: Store = {
    ...store,
    setIfAbsent: async (...set) => {
      if (isDown) throw new Error('the connection is closed');
      return store.setIfAbsent(...set);
    },
  };
  const make = () => {
    isDown = true;
    return 'answer 1';
  };
  expect(await processOf(breaks, 400)(make)).toBe('answer 1');
  isDown = false;
  expect(await processOf(store, 600_000)(() => 'answer 2')).toBe('answer 1');
});

test.each<[string, Partial<Record<keyof Store, unknown>>, string]>([
  ['null for a key', { get: async () => null }, 'Its get gave something that plivo-jsx did not set.'],
  ['no text for a key', { get: async () => 5 }, 'Its get gave something that plivo-jsx did not set.'],
  ['what somebody else set', { get: async () => '{}' }, 'Its get gave something that plivo-jsx did not set.'],
  ['"OK" for set', { setIfAbsent: async () => 'OK' }, 'Its setIfAbsent gave neither true nor false.'],
])('a store that gives %s is told, and the caller gets an answer', async (_, odd, problem) => {
  const failures: unknown[] = [];
  const store = { ...memory().store, setIfAbsent: async () => false, ...odd } as Store;
  const replies = new SharedReplies(new GuardedStore(store, (error) => failures.push(error)));
  const answer = await replies.answerOnce('signature', asked, {
    make: () => 'the answer',
    late: () => 'late',
    deadline: 1000,
    isGood: () => true,
    onFound: () => {},
  });
  expect(answer).toBe('the answer');
  expect(failures).toMatchObject([{ message: problem }]);
});
