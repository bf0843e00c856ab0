import type { Store } from 'plivo-jsx/fastify';
import { expect, test } from 'vitest';
import { SharedReplies } from '../../../src/fastify/replies/shared-replies.ts';
import { GuardedStore } from '../../../src/fastify/replies/store.ts';

/** A store in memory that says what it was told to keep, and for how long. */
function memory() {
  const kept = new Map<string, string>();
  const times: number[] = [];
  const store: Store = {
    get: async (key) => kept.get(key),
    set: async (key, value, milliseconds) => {
      times.push(milliseconds);
      if (milliseconds > 1) kept.set(key, value);
      else kept.delete(key);
    },
    setIfAbsent: async (key, value) => !kept.has(key) && kept.set(key, value).has(key),
  };
  return { store, times };
}

const asked = 'POST /ivr\nCallUUID=a-call';

test('an answer that nobody got is not kept: whoever is asked again makes another one', async () => {
  const { store, times } = memory();
  const replies = new SharedReplies(new GuardedStore(store, () => {}));
  let made = 0;
  const ask = (isGood: boolean) =>
    replies.answer('signature', asked, {
      make: () => `answer ${++made}`,
      late: () => 'late',
      deadline: 1000,
      isGood: () => isGood,
      onFound: () => {},
    });
  expect(await ask(false)).toBe('answer 1');
  expect(await ask(true)).toBe('answer 2');
  expect(await ask(true)).toBe('answer 2');
  expect(times).toEqual([1, 600_000]);
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
  const answer = await replies.answer('signature', asked, {
    make: () => 'the answer',
    late: () => 'late',
    deadline: 1000,
    isGood: () => true,
    onFound: () => {},
  });
  expect(answer).toBe('the answer');
  expect(failures).toMatchObject([{ message: problem }]);
});
