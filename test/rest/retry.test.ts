import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backoffDelay, retryAfterDelay } from '../../src/rest/retry.ts';

const now = Date.parse('Mon, 02 Mar 2026 10:00:00 GMT');

describe('Retry-After', () => {
  test.each([
    ['0', 0],
    ['7', 7000],
    [' 7 ', 7000],
    ['1.5', 1500],
    ['3600', 60_000],
    ['99999999999999999999', 60_000],
    ['Mon, 02 Mar 2026 10:00:05 GMT', 5000],
    ['Mon, 02 Mar 2026 11:00:00 GMT', 60_000],
    ['Mon, 02 Mar 2026 09:00:00 GMT', 0],
    ['', undefined],
    ['-5', undefined],
    ['soon', undefined],
    ['Someday GMT', undefined],
    [null, undefined],
  ])('%j is %j ms', (header, milliseconds) => {
    expect(retryAfterDelay(header, now)).toBe(milliseconds);
  });

  test('is never less than nothing or more than a minute', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        const wait = retryAfterDelay(header, now) ?? 0;
        expect(wait >= 0 && wait <= 60_000).toBe(true);
      }),
    );
  });
});

test('without it the wait doubles, a quarter more or less', () => {
  expect([backoffDelay(1, 0), backoffDelay(1, 0.5), backoffDelay(1, 1)]).toEqual([375, 500, 625]);
  expect([backoffDelay(2, 0), backoffDelay(2, 0.5), backoffDelay(2, 1)]).toEqual([750, 1000, 1250]);
});
