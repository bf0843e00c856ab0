/**
 * Opening hours as an author writes them.
 * @module
 */
import { didYouMean } from '../../did-you-mean.ts';
import { isZone } from '../../temporal.ts';
import { isOpen } from './is-open.ts';
import { refuseIn, type Refuse } from './hours-error.ts';
import { openingHours, type OpeningHours, type OpenRange } from './opening-hours.ts';
import { readHolidays, type Holiday } from './read-holidays.ts';
import { readRanges } from './read-ranges.ts';

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A day of the week. */
export type Weekday = (typeof days)[number];

/** The options of {@link hours}. */
export interface HoursOptions {
  /** The IANA name of the time zone of the place, such as `Europe/Madrid`. */
  readonly zone: string;
  /** The ranges of each day, such as `09:00-13:00, 16:00-20:00`. It is closed on a day that is left out. */
  readonly week: { readonly [Day in Weekday]?: string | undefined };
  /**
   * Days that differ: a date on which it is closed, or `{ date, open }` with its ranges. A date without a year is a holiday of
   * every year. Default: none.
   */
  readonly holidays?: readonly Holiday[] | undefined;
}

/**
 * Reads opening hours. A range whose end is not after its beginning, such as `22:00-02:00`, ends on the next day, and belongs to
 * the day on which it begins, also when the next day is a holiday. `24:00` is the end of the day.
 *
 * When clocks are changed, a range begins when the clock first shows its beginning, and ends when the clock last shows its end;
 * a time that the clock leaves out is the moment at which it is changed.
 *
 * @throws {@link PlivoJsxError} `E_HOURS` for a zone that does not exist, a range or date that is none, ranges that overlap, and
 *   a date that is there twice
 * @example
 * ```ts
 * import { hours } from 'plivo-jsx';
 *
 * export const openingHours = hours({
 *   zone: 'Europe/Madrid',
 *   week: {
 *     mon: '09:00-13:00, 16:00-20:00',
 *     tue: '09:00-13:00, 16:00-20:00',
 *     wed: '09:00-13:00',
 *     sat: '10:00-14:00',
 *   },
 *   holidays: ['2026-12-25', '01-06', { date: '2026-12-24', open: '09:00-12:00' }],
 * });
 * ```
 */
export function hours({ zone, week, holidays = [] }: HoursOptions): OpeningHours {
  const refuse = refuseIn(hours);
  if (!isZone(zone)) throw refuse(unknownZone(zone));
  const read = openingHours({
    zone,
    week: readWeek(week, refuse),
    holidays: readHolidays(holidays, refuse),
  });
  // The first answer loads Temporal and the data of the zone, for which no caller should wait.
  isOpen(read, { epochMilliseconds: Date.now() });
  return read;
}

function readWeek(week: HoursOptions['week'], refuse: Refuse): readonly (readonly OpenRange[])[] {
  const unknown = Object.keys(week).find((name) => !(days as readonly string[]).includes(name));
  if (unknown !== undefined) {
    const part = 'a day of week';
    const expected = days.join(', ');
    const guess = didYouMean(unknown.slice(0, 3), days, 1);
    throw refuse({ part, received: unknown, expected, suggestion: 'write one of these names', guess });
  }
  return days.map((day) => (week[day] === undefined ? [] : readRanges(`week.${day}`, week[day], refuse)));
}

const unknownZone = (zone: unknown) => ({
  part: 'zone',
  received: zone,
  expected: 'the name of a time zone',
  suggestion: 'write an IANA name such as "Europe/Madrid"',
  guess: didYouMean(String(zone), Intl.supportedValuesOf('timeZone')),
});
