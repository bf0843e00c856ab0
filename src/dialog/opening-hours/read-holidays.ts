/**
 * Reads holidays: dates of one year or of every year, closed or with other hours.
 * @module
 */
import type { Refuse } from './hours-error.ts';
import type { OpenRange } from './opening-hours.ts';
import { readRanges } from './read-ranges.ts';

/**
 * A day that differs from its day of the week: a date on which it is closed, or a date with its ranges. The date is written
 * `2026-12-25` or, for every year, `12-25`.
 */
export type Holiday = string | { readonly date: string; readonly open: string };

/**
 * Reads holidays.
 *
 * @throws {@link PlivoJsxError} `E_HOURS`
 */
export function readHolidays(
  holidays: readonly Holiday[],
  refuse: Refuse,
): ReadonlyMap<string, readonly OpenRange[]> {
  const read = new Map<string, readonly OpenRange[]>();
  holidays.forEach((holiday, index) => {
    const name = `holidays[${index}]`;
    const isClosed = typeof holiday !== 'object' || holiday === null;
    const [part, date]: [string, unknown] = isClosed ? [name, holiday] : [`${name}.date`, holiday.date];
    const wrong = (expected: string, suggestion: string) =>
      refuse({ part, received: date, expected, suggestion });
    if (!isDate(date))
      throw wrong('a date', 'write YYYY-MM-DD, or MM-DD for every year, with a day that the month has');
    if (read.has(date)) throw wrong('each date once', 'remove one of the two');
    read.set(date, isClosed ? [] : readRanges(`${name}.open`, holiday.open, refuse));
  });
  return read;
}

const form = /^(?:(\d{4})-)?(\d{2})-(\d{2})$/;

function isDate(text: unknown): text is string {
  // The 29th of February is a date of every year: it is a holiday in leap years.
  const [, year = '2000', month, day] = form.exec(String(text)) ?? [];
  if (month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}
