import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDate, readTime } from '../../../src/dialog/spoken/wall-clock.ts';

const days = fc.date({
  min: new Date('1583-01-01T00:00Z'),
  max: new Date('9999-12-31T23:59Z'),
  noInvalidDate: true,
});

test('a moment in UTC, its text without the Z, and its fields are the same date and time', () => {
  fc.assert(
    fc.property(days, (moment) => {
      const text = moment.toISOString().slice(0, -1);
      const date = {
        year: moment.getUTCFullYear(),
        month: moment.getUTCMonth() + 1,
        day: moment.getUTCDate(),
      };
      const time = { hour: moment.getUTCHours(), minute: moment.getUTCMinutes() };
      expect([readDate(text, undefined), readDate(date, undefined)]).toEqual([date, date]);
      expect([readTime(text, undefined), readTime(time, undefined)]).toEqual([time, time]);
      expect([readDate(moment, 'UTC'), readTime(moment, 'UTC')]).toEqual([date, time]);
    }),
  );
});

test('any other text is no date and no time', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect([readDate(text, undefined), readTime(text, undefined)]).toEqual([undefined, undefined]);
    }),
    { examples: [['2026-05-03T'.replace('T', ' ')], ['5:30'], ['05:30 '], ['T05:30']] },
  );
});
