/**
 * Readers of dates.
 * @module
 */
import { isZone, machineZone, temporal, type Moment, type Temporal } from '../../temporal.ts';
import { firstYear } from '../spoken/wall-clock.ts';
import { checkOneOf, checkOption, reader, readerWithOptions, type ReaderWithOptions } from './reader.ts';

/** The order of day, month and year. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** The options of {@link date}. */
export interface DateOptions {
  /** The order of day, month and year. Default: `dmy`. */
  readonly order?: DateOrder | undefined;
  /** The number of digits: 8 with a year of four digits, 6 with one of two, 4 without a year. Default: 8. */
  readonly digits?: 4 | 6 | 8 | undefined;
  /**
   * Where the date must lie; today is both. A date with a short year or none is the last one in the past, the next one in the
   * future, or with `any` the nearest one. Default: `future` for 4 digits, otherwise `any`.
   */
  readonly when?: 'past' | 'future' | 'any' | undefined;
  /** The time zone that decides which day is today, such as `Europe/Madrid`. Default: the time zone of this machine. */
  readonly zone?: string | undefined;
}

const forms = { dmy: ['DD', 'MM', 'Y'], mdy: ['MM', 'DD', 'Y'], ymd: ['Y', 'MM', 'DD'] } as const;

/**
 * Reads a date from digits: as a value `DDMMYYYY`, and called with options in another order or with another length. Dates
 * before the year 1583, which `SayDate` cannot say, are refused.
 *
 * @throws {@link PlivoJsxError} `E_OPTION` for an option that has none of its values, or a zone that does not exist
 * @example
 * ```ts
 * import { date } from 'plivo-jsx';
 *
 * const dateOfBirth = date({ order: 'mdy', digits: 8, when: 'past' });
 * const result = dateOfBirth['~standard'].validate('05031990'); // { value: 1990-05-03 as a Temporal.PlainDate }
 * ```
 */
export const date: ReaderWithOptions<DateOptions, Temporal.PlainDate> = readerWithOptions<
  DateOptions,
  Temporal.PlainDate
>(({ order = 'dmy', digits = 8, when = digits === 4 ? 'future' : 'any', zone }) => {
  checkOneOf('order', order, Object.keys(forms));
  checkOneOf('digits', digits, [4, 6, 8]);
  checkOneOf('when', when, ['past', 'future', 'any']);
  const isKnown = zone === undefined || isZone(zone);
  checkOption('zone', isKnown, 'is not the name of a time zone', 'use an IANA name such as "Europe/Madrid"');
  const parts = forms[order].map((part) => (part === 'Y' ? 'Y'.repeat(digits - 4) : part));
  const where = when === 'any' ? '' : `, not in the ${when === 'past' ? 'future' : 'past'}`;
  return reader(`a date of the form ${parts.join('')}${where}`, (text, now) => {
    const fields = fieldsIn(text, parts);
    return fields && dateOf(fields, when, todayIn(zone, now()));
  });
});

/**
 * Reads a day and a month, `DDMM`, as the next such date: today, or later. `2902` is in the next leap year. It is
 * `date({ digits: 4 })`; with the option `order: 'mdy'` that reads `MMDD`.
 *
 * @example
 * ```ts
 * import { dayAndMonth } from 'plivo-jsx';
 *
 * const result = dayAndMonth['~standard'].validate('0305'); // { value: the next 3rd of May as a Temporal.PlainDate }
 * ```
 */
export const dayAndMonth: ReaderWithOptions<
  Omit<DateOptions, 'digits'>,
  Temporal.PlainDate
> = readerWithOptions((options) => date({ ...options, digits: 4 }));

interface Fields {
  /** As it was written: four digits, two or none. */
  readonly year: string;
  readonly month: number;
  readonly day: number;
}

/** The digits of each part; undefined for another number of digits. Speech recognition may write spaces and hyphens. */
function fieldsIn(text: string, parts: readonly string[]): Fields | undefined {
  const digits = text.replaceAll(/[\s./-]/g, '');
  if (!/^\d+$/.test(digits) || digits.length !== parts.join('').length) return undefined;
  let at = 0;
  const read: { [letter: string]: string } = {};
  for (const part of parts) read[part.slice(0, 1)] = digits.slice(at, (at += part.length));
  return { year: read['Y'] ?? '', month: Number(read['M']), day: Number(read['D']) };
}

const todayIn = (zone: string | undefined, { epochMilliseconds }: Moment): Temporal.PlainDate =>
  temporal()
    .Instant.fromEpochMilliseconds(epochMilliseconds)
    .toZonedDateTimeISO(zone ?? machineZone())
    .toPlainDate();

/** The most years between two dates of the 29th of February, as from 2096 to 2104. */
const leapGap = 8;

/** The years that are meant, in their order. */
function yearsOf({ year }: Fields, thisYear: number): number[] {
  // An earlier one was mistyped, and could not be read back.
  if (year.length === 4) return Number(year) < firstYear ? [] : [Number(year)];
  if (year.length === 2) {
    const inThisCentury = thisYear - (thisYear % 100) + Number(year);
    return [inThisCentury - 100, inThisCentury, inThisCentury + 100];
  }
  return Array.from({ length: 2 * leapGap + 1 }, (_, index) => thisYear - leapGap + index);
}

/** The date that is meant; undefined when there is none. */
function dateOf(fields: Fields, when: 'past' | 'future' | 'any', today: Temporal.PlainDate) {
  const { PlainDate } = temporal();
  const { month, day } = fields;
  const dates = yearsOf(fields, today.year).flatMap((year) => plainDate(year, month, day) ?? []);
  const past = dates.findLast((each) => PlainDate.compare(each, today) <= 0);
  const next = dates.find((each) => PlainDate.compare(each, today) >= 0);
  if (when === 'past') return past;
  if (when === 'future') return next;
  if (past === undefined || next === undefined) return past ?? next;
  return past.until(today).days < today.until(next).days ? past : next;
}

function plainDate(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  try {
    return temporal().PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
