import fc from 'fast-check';
import { hours, isOpen, type OpeningHours } from 'plivo-jsx';
import { describe, expect, test } from 'vitest';
import { temporal } from '../../../src/temporal.ts';

const at = (text: string) => temporal().ZonedDateTime.from(text);
const everyDay = (range: string) =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, range]));

/** Whether it is open at each of these times of a day in Madrid. */
const openAt = (openingHours: OpeningHours, date: string, ...times: readonly string[]) =>
  times.map((time) => isOpen(openingHours, at(`${date}T${time}[Europe/Madrid]`)));

const clinic = hours({
  zone: 'Europe/Madrid',
  week: { mon: '09:00-13:00, 16:00-20:00', fri: '22:00-02:00', sat: '10:00-14:00', sun: '18:00-24:00' },
  holidays: ['2026-12-25', '01-06', { date: '2026-12-24', open: '09:00-12:00' }],
});

describe('it is open', () => {
  test('from the beginning of a range to its end', () => {
    const times = ['08:59:59', '09:00', '12:59:59.999', '13:00', '16:00', '20:00'];
    expect(openAt(clinic, '2026-11-30', ...times)).toEqual([false, true, true, false, true, false]);
    expect(openAt(clinic, '2026-12-01', ...times)).toEqual([false, false, false, false, false, false]);
  });

  test('in its own zone, wherever the moment is', () => {
    expect(isOpen(clinic, at('2026-11-30T03:30[America/New_York]'))).toBe(true);
    expect(isOpen(clinic, at('2026-11-30T09:30[America/New_York]'))).toBe(false);
    expect(isOpen(clinic, { epochMilliseconds: Date.UTC(2026, 10, 30, 8, 30) })).toBe(true);
  });

  test('over midnight, and no longer', () => {
    expect(openAt(clinic, '2026-11-27', '21:59', '22:00', '23:59')).toEqual([false, true, true]);
    expect(openAt(clinic, '2026-11-28', '00:00', '01:59', '02:00', '10:00')).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });

  test('to the end of the day with 24:00', () => {
    expect(openAt(clinic, '2026-11-29', '17:59', '18:00', '23:59:59.999')).toEqual([false, true, true]);
    expect(openAt(clinic, '2026-11-30', '00:00')).toEqual([false]);
  });

  test('on a part of a holiday, and not on a whole one', () => {
    expect(openAt(clinic, '2026-12-24', '09:00', '11:59', '12:00')).toEqual([true, true, false]);
    expect(openAt(clinic, '2026-12-25', '22:00', '23:00')).toEqual([false, false]);
    expect(openAt(clinic, '2026-12-26', '00:30', '10:30')).toEqual([false, true]);
    // A Friday, one year later.
    expect(openAt(clinic, '2027-12-24', '22:00')).toEqual([true]);
    expect(openAt(clinic, '2027-12-25', '10:30')).toEqual([true]);
  });

  test('on no 6th of January', () => {
    expect(openAt(clinic, '2029-01-06', '10:30')).toEqual([false]);
    expect(openAt(clinic, '2029-01-13', '10:30')).toEqual([true]);
  });

  test('into a holiday when the range began before', () => {
    const bar = hours({ zone: 'Europe/Madrid', week: { thu: '22:00-02:00' }, holidays: ['2026-12-25'] });
    expect(openAt(bar, '2026-12-25', '01:59', '02:00')).toEqual([true, false]);
  });
});

// In Madrid, clocks go from 02:00 to 03:00 on 2026-03-29, and from 03:00 back to 02:00 on 2026-10-25.
describe('when clocks go forward', () => {
  const spring = (range: string, ...times: readonly string[]) =>
    openAt(hours({ zone: 'Europe/Madrid', week: { sun: range } }), '2026-03-29', ...times);

  test('a range that begins in the hour that is left out begins when the clock has gone forward', () => {
    expect(spring('02:30-05:00', '01:59', '03:00', '04:59', '05:00')).toEqual([false, true, true, false]);
  });

  test('a range that ends in it ends when the clock goes forward', () => {
    expect(spring('01:00-02:30', '01:00', '01:59', '03:00')).toEqual([true, true, false]);
  });

  test('a range that lies in it is left out', () => {
    expect(spring('02:15-02:45', '01:59', '03:00', '03:30')).toEqual([false, false, false]);
  });
});

describe('when clocks go back', () => {
  const first = (time: string) => `2026-10-25T${time}+02:00[Europe/Madrid]`;
  const second = (time: string) => `2026-10-25T${time}+01:00[Europe/Madrid]`;
  const autumn = (range: string, ...times: readonly string[]) => {
    const openingHours = hours({ zone: 'Europe/Madrid', week: { sun: range } });
    return times.map((time) => isOpen(openingHours, at(time)));
  };

  test('a range begins when the clock first shows its beginning', () => {
    const times = [first('02:29'), first('02:30'), second('02:00'), second('02:30'), second('05:00')];
    expect(autumn('02:30-05:00', ...times)).toEqual([false, true, true, true, false]);
  });

  test('a range ends when the clock last shows its end, without a break', () => {
    const times = [first('01:00'), first('02:45'), second('02:00'), second('02:29'), second('02:30')];
    expect(autumn('01:00-02:30', ...times)).toEqual([true, true, true, true, false]);
  });

  test('a range that ends where the repeated hour begins ends before it', () => {
    const times = [first('01:59'), first('02:00'), first('02:30'), second('02:00'), second('02:30')];
    expect(autumn('01:00-02:00', ...times)).toEqual([true, false, false, false, false]);
  });

  test('a whole day has 25 hours', () => {
    const times = [first('00:00'), first('02:30'), second('02:30'), second('23:59')];
    expect(autumn('00:00-24:00', ...times)).toEqual([true, true, true, true]);
  });
});

test('where clocks change at midnight, a day may begin at one o’clock', () => {
  // Beirut, 2026-03-29: from 00:00 to 01:00.
  const cafe = hours({ zone: 'Asia/Beirut', week: { sun: '00:00-02:00', sat: '23:00-24:00' } });
  const open = ['2026-03-28T23:30', '2026-03-29T01:00', '2026-03-29T01:59', '2026-03-29T02:00'];
  expect(open.map((time) => isOpen(cafe, at(`${time}[Asia/Beirut]`)))).toEqual([true, true, true, false]);
});

test('the answers for one moment do not depend on those for others before', () => {
  const minutes = fc.integer({ min: 0, max: 400 * 24 * 60 });
  const moment = (each: number) => ({ epochMilliseconds: Date.UTC(2026, 0, 1) + each * 60_000 });
  const fresh = () => ({ ...clinic });
  fc.assert(
    fc.property(fc.array(minutes, { minLength: 2, maxLength: 6 }), (times) => {
      const kept = fresh();
      const answers = times.map((each) => isOpen(kept, moment(each)));
      expect(answers).toEqual(times.map((each) => isOpen(fresh(), moment(each))));
    }),
  );
});

const minute = fc.integer({ min: 0, max: 1439 });
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

test('on a day without a change of clocks, it is open exactly when the clock shows a time of the range', () => {
  fc.assert(
    fc.property(minute, minute, minute, (opens, closes, now) => {
      fc.pre(opens !== closes);
      const shop = hours({ zone: 'Asia/Kolkata', week: everyDay(`${clock(opens)}-${clock(closes)}`) });
      const isInside = opens < closes ? opens <= now && now < closes : now >= opens || now < closes;
      expect(isOpen(shop, at(`2026-07-01T${clock(now)}[Asia/Kolkata]`))).toBe(isInside);
    }),
  );
});

test('whenever clocks change, it is open while the clock shows a time of a range outside of the repeated hour', () => {
  const instants = fc.integer({ min: Date.UTC(2026, 9, 24) / 60_000, max: Date.UTC(2026, 9, 26) / 60_000 });
  fc.assert(
    fc.property(minute, minute, instants, (opens, closes, minutes) => {
      fc.pre(opens < closes && (closes <= 120 || closes >= 180));
      const shop = hours({ zone: 'Europe/Madrid', week: everyDay(`${clock(opens)}-${clock(closes)}`) });
      const moment = temporal().Instant.fromEpochMilliseconds(minutes * 60_000);
      const { hour, minute: past } = moment.toZonedDateTimeISO('Europe/Madrid');
      const shown = hour * 60 + past;
      fc.pre(shown < 120 || shown >= 180 || opens <= 120 || opens >= 180);
      expect(isOpen(shop, moment)).toBe(opens <= shown && shown < closes);
    }),
  );
});
