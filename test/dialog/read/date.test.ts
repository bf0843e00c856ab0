import fc from 'fast-check';
import { date, dayAndMonth, type DateOptions } from 'plivo-jsx';
import { describe, expect, test } from 'vitest';
import { temporal } from '../../../src/temporal.ts';
import { read } from './read.ts';

const now = '2026-11-28T10:00Z';
const zone = 'UTC';

describe('dayAndMonth', () => {
  const reader = dayAndMonth({ zone });

  test.each([
    ['2811', '2026-11-28'],
    ['2911', '2026-11-29'],
    ['2711', '2027-11-27'],
    ['0305', '2027-05-03'],
    ['2902', '2028-02-29'],
    ['03 05', '2027-05-03'],
    ['03-05', '2027-05-03'],
  ])('reads %s as the next such date, %s', (text, wanted) => {
    expect(read(reader, text, now)).toBe(wanted);
  });

  test.each(['3002', '3104', '0013', '1300', '0000', '305', '03052027', '', '*305', 'third of May'])(
    'refuses %j, and does not quote it',
    (text) => {
      expect(read(reader, text, now)).toBe('Expected a date of the form DDMM, not in the past.');
    },
  );

  test('is a schema itself, and reads the month first when told so', () => {
    expect(read(dayAndMonth, '0305', now)).toBe('2027-05-03');
    expect(read(dayAndMonth({ order: 'mdy' }), '0305', now)).toBe('2027-03-05');
    expect(read(dayAndMonth({ when: 'past' }), '0305', now)).toBe('2026-05-03');
    expect(read(dayAndMonth({ when: 'any' }), '0312', now)).toBe('2026-12-03');
    expect(read(dayAndMonth({ when: 'any' }), '0311', now)).toBe('2026-11-03');
  });

  test('finds the 29th of February after a century without one', () => {
    expect(read(reader, '2902', '2096-03-01T00:00Z')).toBe('2104-02-29');
  });

  test('knows which day is today by the zone', () => {
    const lateInMadrid = '2026-11-28T23:30Z';
    expect(read(dayAndMonth({ zone: 'Europe/Madrid' }), '2811', lateInMadrid)).toBe('2027-11-28');
    expect(read(dayAndMonth({ zone: 'America/New_York' }), '2811', lateInMadrid)).toBe('2026-11-28');
  });

  test('takes the real time when it is given none', () => {
    const today = temporal().Now.plainDateISO('UTC');
    const keys = `${String(today.day).padStart(2, '0')}${String(today.month).padStart(2, '0')}`;
    expect(read(reader, keys)).toBe(today.toString());
  });
});

describe('date', () => {
  test.each(['01010000', '01011000', '31121582'])('refuses %s, which could not be read back', (text) => {
    expect(read(date, text, now)).toBe('Expected a date of the form DDMMYYYY.');
  });

  test.each<[string, DateOptions, string]>([
    ['03051990', {}, '1990-05-03'],
    ['05031990', { order: 'mdy' }, '1990-05-03'],
    ['19900503', { order: 'ymd' }, '1990-05-03'],
    ['030590', { digits: 6 }, '1990-05-03'],
    ['030530', { digits: 6 }, '2030-05-03'],
    ['030530', { digits: 6, when: 'past' }, '1930-05-03'],
    ['030590', { digits: 6, when: 'future' }, '2090-05-03'],
    ['900503', { digits: 6, order: 'ymd' }, '1990-05-03'],
    ['0503', { digits: 4, order: 'ymd' }, '2027-05-03'],
    ['28112026', { when: 'past' }, '2026-11-28'],
    ['28112026', { when: 'future' }, '2026-11-28'],
    ['03/05/1990', {}, '1990-05-03'],
  ])('reads %s with %o', (text, options, wanted) => {
    expect(read(date({ zone, ...options }), text, now)).toBe(wanted);
  });

  test.each<[string, DateOptions, string]>([
    ['29022027', {}, 'Expected a date of the form DDMMYYYY.'],
    ['0305', {}, 'Expected a date of the form DDMMYYYY.'],
    ['130190', { digits: 6, order: 'ymd' }, 'Expected a date of the form YYMMDD.'],
    ['29112026', { when: 'past' }, 'Expected a date of the form DDMMYYYY, not in the future.'],
    ['11272026', { order: 'mdy', when: 'future' }, 'Expected a date of the form MMDDYYYY, not in the past.'],
  ])('refuses %s with %o', (text, options, message) => {
    expect(read(date({ zone, ...options }), text, now)).toBe(message);
  });

  test.each([
    [
      { order: 'dym' },
      'The option order has a value that does not exist.\nFix: use dmy, mdy, ymd. [E_OPTION]',
    ],
    [{ digits: 5 }, 'The option digits has a value that does not exist.\nFix: use 4, 6, 8. [E_OPTION]'],
    [{ zone: 'Europe/Madird' }, 'The option zone is not the name of a time zone.'],
  ])('is not made with %o', (options, message) => {
    expect(() => date(options as DateOptions)).toThrow(message);
  });
});

const anyDate = fc
  .tuple(
    fc.integer({ min: 1583, max: 9999 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .filter(([year, month, day]) => day <= temporal().PlainYearMonth.from({ year, month }).daysInMonth)
  .map(([year, month, day]) => temporal().PlainDate.from({ year, month, day }));
const orders = fc.constantFrom('dmy', 'mdy', 'ymd');

const written = (value: { toString(): string }, order: 'dmy' | 'mdy' | 'ymd', digits: 4 | 6 | 8) => {
  const [y = '', m = '', d = ''] = value.toString().split('-');
  const parts = { y: y.slice(8 - digits), m, d };
  return [...order].map((letter) => parts[letter as 'y' | 'm' | 'd']).join('');
};

test('every date is read back from its eight digits, in each order', () => {
  fc.assert(
    fc.property(anyDate, orders, (value, order) => {
      expect(read(date({ order }), written(value, order, 8), now)).toBe(value.toString());
    }),
  );
});

test('every date within fifty years is read back from its six digits, and within a year from its four', () => {
  const today = temporal().PlainDate.from('2026-11-28');
  const days = fc.integer({ min: -18_000, max: 18_000 });
  fc.assert(
    fc.property(days, orders, (offset, order) => {
      const value = today.add({ days: offset });
      expect(read(date({ order, digits: 6, zone }), written(value, order, 6), now)).toBe(value.toString());
      const soon = today.add({ days: Math.abs(offset) % 365 });
      expect(read(date({ order, digits: 4, zone }), written(soon, order, 4), now)).toBe(soon.toString());
    }),
  );
});

test('four digits that are no date are refused, and all others are read', () => {
  const today = temporal().PlainDate.from('2026-11-28');
  let dates = 0;
  // Days to 39 and months to 19: the formatter of Temporal is too slow for all 10,000.
  for (let number = 0; number < 800; number++) {
    const keys = `${String(number % 40).padStart(2, '0')}${String(Math.floor(number / 40)).padStart(2, '0')}`;
    const value = read(dayAndMonth({ zone }), keys, now) as string;
    if (value.startsWith('Expected')) continue;
    dates++;
    expect(value.slice(5)).toBe(`${keys.slice(2)}-${keys.slice(0, 2)}`);
    expect(temporal().PlainDate.compare(value, today)).toBeGreaterThanOrEqual(0);
  }
  expect(dates).toBe(366);
});
