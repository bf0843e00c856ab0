/**
 * Opening hours as they are read: ranges by day of the week, and by date for holidays.
 * @module
 */
import type { Temporal } from '../../temporal.ts';

/** One range of opening hours, in minutes after midnight. */
export interface OpenRange {
  /** From 0 to 1439. */
  readonly opens: number;
  /** More than `opens`; more than 1440 when the range ends on the next day. */
  readonly closes: number;
}

/** The opening hours that `hours` returns. */
export interface OpeningHours {
  /** The time zone of the place, such as `Europe/Madrid`. */
  readonly zone: string;
  /** The ranges that begin on a date, in their order; none when it is closed on that day. */
  rangesOn(date: Pick<Temporal.PlainDate, 'year' | 'month' | 'day' | 'dayOfWeek'>): readonly OpenRange[];
}

/** What {@link openingHours} is made of. */
export interface HoursTable {
  readonly zone: string;
  /** The ranges from Monday to Sunday. */
  readonly week: readonly (readonly OpenRange[])[];
  /** The ranges of holidays, by `YYYY-MM-DD` or, for every year, `MM-DD`. */
  readonly holidays: ReadonlyMap<string, readonly OpenRange[]>;
}

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** Opening hours with this table. A holiday of one year takes precedence over one of every year. */
export const openingHours = ({ zone, week, holidays }: HoursTable): OpeningHours => ({
  zone,
  rangesOn: ({ year, month, day, dayOfWeek }) => {
    const yearly = `${twoDigits(month)}-${twoDigits(day)}`;
    return holidays.get(`${year}-${yearly}`) ?? holidays.get(yearly) ?? week[dayOfWeek - 1]!;
  },
});
