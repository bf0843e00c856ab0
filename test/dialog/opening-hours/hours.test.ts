import { hours, PlivoJsxError, type HoursOptions } from 'plivo-jsx';
import { describe, expect, test } from 'vitest';
import { temporal } from '../../../src/temporal.ts';

const error = (options: Partial<HoursOptions>): PlivoJsxError => {
  try {
    hours({ zone: 'Europe/Madrid', week: {}, ...options });
  } catch (thrown) {
    return thrown as PlivoJsxError;
  }
  throw new Error('it was accepted');
};
const messageOf = (options: Partial<HoursOptions>) =>
  error(options).message.replace(/hours\.test\.ts:\d+:\d+/, 'hours.test.ts');

describe('hours are refused', () => {
  test('with a zone that does not exist, at the place where they are written', () => {
    expect(messageOf({ zone: 'Europe/Madird' })).toBe(
      [
        'zone is "Europe/Madird"; hours() takes the name of a time zone. Did you mean Europe/Madrid?',
        '  at hours() (test/dialog/opening-hours/hours.test.ts)',
        'Fix: write an IANA name such as "Europe/Madrid". [E_HOURS]',
      ].join('\n'),
    );
  });

  test.each(['+01:00', '', 'Europe', '2026-01-01T00:00[Europe/Madrid]', undefined as unknown as string])(
    'with the zone %j',
    (zone) => {
      expect(error({ zone }).code).toBe('E_HOURS');
    },
  );

  test('with a day that a week does not have', () => {
    const week = { monday: '09:00-13:00' } as object;
    expect(messageOf({ week })).toContain(
      'a day of week is "monday"; hours() takes mon, tue, wed, thu, fri, sat, sun. Did you mean mon?',
    );
  });

  test.each([
    ['9-13', 'ranges such as "09:00-13:00, 16:00-20:00"'],
    ['', 'ranges such as "09:00-13:00, 16:00-20:00"'],
    ['09:00-13:00,', 'ranges such as "09:00-13:00, 16:00-20:00"'],
    ['09:00-24:01', 'ranges such as "09:00-13:00, 16:00-20:00"'],
    ['24:00-02:00', 'ranges such as "09:00-13:00, 16:00-20:00"'],
    ['09:60-13:00', 'ranges such as "09:00-13:00, 16:00-20:00"'],
    ['closed', 'ranges such as "09:00-13:00, 16:00-20:00"'],
    ['09:00-09:00', 'ranges that are not empty'],
    ['09:00-13:00, 12:00-15:00', 'ranges that do not overlap'],
    ['22:00-02:00, 23:00-24:00', 'ranges that do not overlap'],
  ])('with the ranges %j', (mon, expected) => {
    expect(messageOf({ week: { mon } })).toContain(`week.mon is "${mon}"; hours() takes ${expected}.`);
  });

  test('with ranges that are no text', () => {
    expect(messageOf({ week: { mon: 9 } as object })).toContain('week.mon is of type number; ');
  });

  test.each(['2026-02-29', '13-01', '02-30', '25/12', '2026-12', 'Christmas', ''])(
    'with the holiday %j',
    (date) => {
      expect(messageOf({ holidays: ['01-01', date] })).toContain(
        `holidays[1] is "${date}"; hours() takes a date.`,
      );
    },
  );

  test('with a date that is there twice, and with wrong hours of a date', () => {
    const open = '09:00-12:00';
    expect(messageOf({ holidays: ['12-24', { date: '12-24', open }] })).toContain(
      'holidays[1].date is "12-24"; hours() takes each date once.',
    );
    expect(messageOf({ holidays: [{ date: '12-24', open: 'noon' }] })).toContain(
      'holidays[0].open is "noon"; hours() takes ranges such as',
    );
  });
});

test('the ranges of a date are those of its day, unless it is a holiday', () => {
  const openingHours = hours({
    zone: 'Europe/Madrid',
    week: { thu: '16:00-20:00, 9:00-13:00', fri: '22:00-02:00', sat: '00:00-24:00' },
    holidays: ['12-24', { date: '2026-12-24', open: '09:00-12:00' }, '02-29'],
  });
  const rangesOn = (date: string) => openingHours.rangesOn(temporal().PlainDate.from(date));
  expect(openingHours.zone).toBe('Europe/Madrid');
  expect(rangesOn('2026-12-17')).toEqual([
    { opens: 540, closes: 780 },
    { opens: 960, closes: 1200 },
  ]);
  expect(rangesOn('2026-12-18')).toEqual([{ opens: 1320, closes: 1560 }]);
  expect(rangesOn('2026-12-19')).toEqual([{ opens: 0, closes: 1440 }]);
  expect(rangesOn('2026-12-20')).toEqual([]);
  // The hours of one year take precedence over the holiday of every year.
  expect(rangesOn('2026-12-24')).toEqual([{ opens: 540, closes: 720 }]);
  expect(rangesOn('2027-12-24')).toEqual([]);
});
