import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTime, writeTime } from '../src/time-header.ts';

test('a time is written as a date and time of UTC, and read back to the millisecond', () => {
  expect(writeTime(Date.UTC(2026, 11, 24, 17))).toBe('2026-12-24T17:00:00.000Z');
  const times = fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true });
  fc.assert(
    fc.property(times, (date) => {
      expect(readTime(writeTime(date.getTime()))).toBe(date.getTime());
    }),
  );
});

test.each([
  undefined,
  ['2026-12-24T17:00:00.000Z', '2026-12-24T17:00:00.000Z'],
  '',
  'now',
  '2026-12-24',
  '2026-12-24T17:00:00Z',
  '2026-12-24T17:00:00.000+01:00',
  '2026-02-30T17:00:00.000Z',
  '1798131600000',
])('a header that is %j says no time', (header) => {
  expect(readTime(header)).toBeUndefined();
});
