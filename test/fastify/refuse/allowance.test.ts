import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Allowance } from '../../../src/fastify/refuse/allowance.ts';

test('lets so many through in a second, and says with the next one how many were not', () => {
  const allowance = new Allowance(2);
  const at = (...times: number[]) => times.map((now) => allowance.take(now));
  expect(at(0, 1, 2, 999)).toEqual([0, 0, undefined, undefined]);
  expect(at(1000, 1001, 1002)).toEqual([2, 0, undefined]);
  expect(at(2000)).toEqual([1]);
});

test('whatever comes, no second has more than its most, and none is forgotten', () => {
  const times = fc.array(fc.nat(3000), { maxLength: 60 }).map((all) => all.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 5 }), (all, most) => {
      const allowance = new Allowance(most);
      const through = new Map<number, number>();
      let told = 0;
      for (const now of all) {
        const refused = allowance.take(now);
        if (refused === undefined) continue;
        told += refused + 1;
        const second = Math.floor(now / 1000);
        through.set(second, (through.get(second) ?? 0) + 1);
      }
      expect(Math.max(0, ...through.values())).toBeLessThanOrEqual(most);
      const last = allowance.take(1_000_000)!;
      expect(told + last).toBe(all.length);
    }),
  );
});
