/**
 * Reads dates and times as a calendar and a clock on a wall show them.
 * @module
 */
import { dateFormat } from './formats.ts';

/** A date, such as a `Temporal.PlainDate`. */
export interface DateFields {
  readonly year: number;
  /** From 1 to 12. */
  readonly month: number;
  /** From 1 to 31. */
  readonly day: number;
}

/** A time, such as a `Temporal.PlainTime`. */
export interface TimeFields {
  /** From 0 to 23. */
  readonly hour: number;
  /** From 0 to 59. */
  readonly minute: number;
}

// A text that ends with Z is a moment, whose date and time depend on the zone.
const datePattern = /^(\d{4})-(\d\d)-(\d\d)(?:$|T(?!.*Z$))/;
const timePattern = /^(?:\d{4}-\d\d-\d\dT(?!.*Z$))?(\d\d):(\d\d)(?:$|:\d\d|[+[-])/;

/** The first year of dates that can be said. In earlier years `Intl` counts days by the Julian calendar. */
export const firstYear = 1583;

/** The date of a value; `undefined` when it is none. */
export function readDate(value: unknown, timeZone: string | undefined): DateFields | undefined {
  const fields = value instanceof Date ? momentIn(value, timeZone) : written(value, datePattern, dateNames);
  const { year, month, day } = (fields ?? {}) as Partial<DateFields>;
  if (!isIn(year, firstYear, 9999) || !isIn(month, 1, 12) || !isIn(day, 1, 31)) return undefined;
  const date = { year, month, day };
  return utcOf(date).getUTCMonth() === month - 1 ? date : undefined;
}

/** The time of a value; `undefined` when it is none. */
export function readTime(value: unknown, timeZone: string | undefined): TimeFields | undefined {
  const fields = value instanceof Date ? momentIn(value, timeZone) : written(value, timePattern, timeNames);
  const { hour, minute } = (fields ?? {}) as Partial<TimeFields>;
  return isIn(hour, 0, 23) && isIn(minute, 0, 59) ? { hour, minute } : undefined;
}

const dateNames = ['year', 'month', 'day'];
const timeNames = ['hour', 'minute'];

const isIn = (value: number | undefined, least: number, most: number): value is number =>
  Number.isInteger(value) && value! >= least && value! <= most;

/** The moment at which a date begins in UTC. */
export const utcOf = ({ year, month, day }: DateFields): Date => new Date(Date.UTC(year, month - 1, day));

function written(value: unknown, pattern: RegExp, names: readonly string[]): object | undefined {
  if (typeof value !== 'string') return typeof value === 'object' && value !== null ? value : undefined;
  const found = pattern.exec(value);
  return found === null
    ? undefined
    : Object.fromEntries(names.map((name, at) => [name, Number(found[at + 1])]));
}

/** What calendars and clocks show at a moment in a zone. */
function momentIn(moment: Date, timeZone: string | undefined): object | undefined {
  if (timeZone === undefined || Number.isNaN(moment.getTime())) return undefined;
  try {
    const parts = dateFormat(['en-US'], { ...numeric, timeZone }).formatToParts(moment);
    return Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
  } catch {
    // The zone is none.
    return undefined;
  }
}

const numeric = {
  calendar: 'iso8601',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
} as const;
