import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GuardedStore } from '../../src/store/guarded-store.ts';
import type { Store } from '../../src/store/store.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A store that answers as the test says: it hangs, fails or works. */
function guarded() {
  const failures: unknown[] = [];
  const is = { state: 'up' as 'up' | 'hanging' | 'failing', uses: 0 };
  const store = {
    get: async () => {
      is.uses++;
      if (is.state === 'hanging') return new Promise<never>(() => {});
      if (is.state === 'failing') throw new Error('no connection');
      return 'value';
    },
  } as Partial<Store> as Store;
  const guard = new GuardedStore(store, (error) => failures.push(error));
  return { is, failures, read: () => guard.do((verbs) => verbs.get('key')) };
}

test('a use ends after 250 ms, whatever the store does', async () => {
  const { is, read, failures } = guarded();
  is.state = 'hanging';
  const late = read();
  await vi.advanceTimersByTimeAsync(249);
  expect(failures).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(await late).toBeUndefined();
  expect(String(failures)).toBe('Error: It gave nothing within 250 ms.');
});

test('for a second after a failure the store is not used', async () => {
  const { is, read } = guarded();
  is.state = 'failing';
  expect(await read()).toBeUndefined();
  is.state = 'up';
  await vi.advanceTimersByTimeAsync(999);
  expect([await read(), is.uses]).toEqual([undefined, 1]);
  await vi.advanceTimersByTimeAsync(1);
  expect([await read(), is.uses]).toEqual(['value', 2]);
});

test('of 1,000 callers a second, a store that hangs for 10 seconds costs 8 a wait', async () => {
  const { is, read } = guarded();
  is.state = 'hanging';
  await Promise.all([read(), vi.advanceTimersByTimeAsync(250)]);
  is.uses = 0;
  const waits: Promise<unknown>[] = [];
  for (let time = 0; time < 10_000; time++) {
    waits.push(read());
    await vi.advanceTimersByTimeAsync(1);
  }
  await vi.advanceTimersByTimeAsync(250);
  expect(await Promise.all(waits)).toEqual(waits.map(() => undefined));
  // Each second and each deadline one use tries the store.
  expect(is.uses).toBe(8);
});

test('a store that is back is used by all', async () => {
  const { is, read } = guarded();
  is.state = 'failing';
  await read();
  is.state = 'up';
  await vi.advanceTimersByTimeAsync(1_000);
  await read();
  expect(await Promise.all([read(), read(), read()])).toEqual(['value', 'value', 'value']);
});
