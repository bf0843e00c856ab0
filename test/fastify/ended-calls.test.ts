import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EndedCalls } from '../../src/fastify/ended-calls.ts';

const minute = 60_000;
let ended: EndedCalls;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  ended = new EndedCalls();
});
afterEach(() => void vi.useRealTimers());

test('a call that has ended is known until it is deleted', () => {
  ended.add('c-1');
  ended.add('c-2');
  expect([ended.has('c-1'), ended.has('c-2'), ended.has('c-3')]).toEqual([true, true, false]);
  ended.delete('c-1');
  expect([ended.has('c-1'), ended.has('c-2')]).toEqual([false, true]);
});

test('a call is known for ten minutes, and forgotten when others end after twenty', () => {
  ended.add('c-1');
  vi.advanceTimersByTime(10 * minute);
  ended.add('c-2');
  expect(ended.has('c-1')).toBe(true);
  vi.advanceTimersByTime(10 * minute);
  ended.add('c-3');
  expect([ended.has('c-1'), ended.has('c-2')]).toEqual([false, true]);
});

test('the last 20,000 calls are known, and never more than 40,000', () => {
  for (let number = 0; number < 100_000; number++) ended.add(`c-${number}`);
  const known = Array.from({ length: 100_000 }, (_, number) => ended.has(`c-${number}`));
  expect(known.slice(-20_000)).not.toContain(false);
  expect(known.filter(Boolean).length).toBeLessThanOrEqual(40_000);
});
