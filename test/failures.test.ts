import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFailure, writeFailure } from '../src/failures.ts';
import { sized } from './support/size.ts';

test('a failure in a header is readable, and is read again as it was', () => {
  const failure = {
    answer: 'apology',
    message: 'José failed at 100 %.\n  at <Menu> (menu.tsx:4:2)',
  } as const;
  const header = writeFailure(failure);
  expect(header).toBe('apology; Jos%C3%A9 failed at 100 %25.%0A  at <Menu> (menu.tsx:4:2)');
  expect(readFailure(header)).toEqual(failure);
});

test('without a message it is one word', () => {
  expect(writeFailure({ answer: 'start-over', message: '' })).toBe('start-over');
  expect(readFailure('start-over')).toEqual({ answer: 'start-over', message: '' });
});

test('any message becomes a header that Node can send, of a bounded length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 5_000 }), (message) => {
      const header = writeFailure({ answer: 'nothing', message });
      expect(header).toMatch(/^[\x20-\x7e]*$/);
      expect(readFailure(header)?.answer).toBe('nothing');
    }),
    { numRuns: sized(20, 200) },
  );
  expect(writeFailure({ answer: 'nothing', message: '€'.repeat(10_000) }).length).toBeLessThan(8_000);
});

test.each([undefined, '', 'maybe', 'apology;', 'Apology', ['apology', 'apology']])(
  '%j names no failure',
  (header) => expect(readFailure(header)).toBeUndefined(),
);
