import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backoff, retryAfter } from '../../src/rest/retry.ts';

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
    expect(retryAfter(header, now)).toBe(milliseconds);
  });

  test('is never less than nothing or more than a minute', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        const wait = retryAfter(header, now) ?? 0;
        expect(wait >= 0 && wait <= 60_000).toBe(true);
      }),
    );
  });
});

test('without it the wait doubles, a quarter more or less', () => {
  expect([backoff(1, 0), backoff(1, 0.5), backoff(1, 1)]).toEqual([375, 500, 625]);
  expect([backoff(2, 0), backoff(2, 0.5), backoff(2, 1)]).toEqual([750, 1000, 1250]);
});
