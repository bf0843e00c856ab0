import { expect, test } from 'vitest';
import { RateLimit } from '../../../src/fastify/report/rate-limit.ts';

test('lets so many through in a second, and tells how many it kept back', () => {
  const allowance = new RateLimit(2);
  expect([0, 10, 20, 999].map((now) => allowance.take(now))).toEqual([0, 0, undefined, undefined]);
  expect([1000, 1001, 1002].map((now) => allowance.take(now))).toEqual([2, 0, undefined]);
  expect(allowance.take(5000)).toBe(1);
});
