import fc from 'fast-check';
import { hours, isOpen, nextOpening, type OpeningHours } from 'plivo-jsx';
import { describe, expect, test } from 'vitest';
import { temporal } from '../../../src/temporal.ts';

const zone = 'Europe/Madrid';
const next = (openingHours: OpeningHours, time: string) =>
  nextOpening(openingHours, temporal().ZonedDateTime.from(`${time}[${zone}]`))?.toString({
    timeZoneName: 'never',
  });

const clinic = hours({
  zone,
  week: { mon: '09:00-13:00, 16:00-20:00', fri: '22:00-02:00' },
  holidays: ['2026-12-25', { date: '2026-12-24', open: '09:00-12:00' }],
});

describe('the next opening', () => {
  test('is on the same day, or on the next one with a range', () => {
    expect(next(clinic, '2026-11-30T08:00')).toBe('2026-11-30T09:00:00+01:00');
    expect(next(clinic, '2026-11-30T13:00')).toBe('2026-11-30T16:00:00+01:00');
    expect(next(clinic, '2026-11-30T20:00')).toBe('2026-12-04T22:00:00+01:00');
  });

  test('while it is open, is the one after it closes', () => {
    expect(next(clinic, '2026-11-30T09:00')).toBe('2026-11-30T16:00:00+01:00');
    expect(next(clinic, '2026-12-05T01:00')).toBe('2026-12-07T09:00:00+01:00');
  });

  test('is not on a holiday', () => {
    expect(next(clinic, '2026-12-22T00:00')).toBe('2026-12-24T09:00:00+01:00');
    expect(next(clinic, '2026-12-24T12:00')).toBe('2026-12-28T09:00:00+01:00');
  });

  test('is not midnight when it stays open', () => {
    const weekend = hours({ zone, week: { sat: '08:00-24:00', sun: '00:00-20:00' } });
    expect(next(weekend, '2026-11-28T09:00')).toBe('2026-12-05T08:00:00+01:00');
  });

  test('is after a change of clocks at the time that the clock shows', () => {
    const sunday = hours({ zone, week: { sun: '09:00-13:00' } });
    expect(next(sunday, '2026-03-28T12:00')).toBe('2026-03-29T09:00:00+02:00');
    const night = hours({ zone, week: { sun: '02:30-05:00' } });
    expect(next(night, '2026-03-28T12:00')).toBe('2026-03-29T03:00:00+02:00');
  });

  test('is unknown when it is always closed or always open', () => {
    expect(next(hours({ zone, week: {} }), '2026-11-28T12:00')).toBeUndefined();
    const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
    const week = Object.fromEntries(days.map((day) => [day, '00:00-24:00']));
    expect(next(hours({ zone, week }), '2026-11-28T12:00')).toBeUndefined();
  });
});

test('it is closed just before the next opening, open at it, and nowhere open between when it is closed now', () => {
  const minutes = fc.integer({ min: 0, max: 366 * 24 * 60 });
  const start = Date.UTC(2026, 0, 1);
  fc.assert(
    fc.property(minutes, minutes, (now, between) => {
      const moment = { epochMilliseconds: start + now * 60_000 };
      const opens = nextOpening(clinic, moment)!.epochMilliseconds;
      expect(opens).toBeGreaterThan(moment.epochMilliseconds);
      expect(isOpen(clinic, { epochMilliseconds: opens })).toBe(true);
      expect(isOpen(clinic, { epochMilliseconds: opens - 1 })).toBe(false);
      if (isOpen(clinic, moment)) return;
      const inside = moment.epochMilliseconds + ((between * 60_000) % (opens - moment.epochMilliseconds));
      expect(isOpen(clinic, { epochMilliseconds: inside })).toBe(false);
    }),
  );
});
