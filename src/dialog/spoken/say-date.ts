/**
 * `<SayDate>`.
 * @module
 */
import type { Node } from '../../../jsx-runtime/element.ts';
import type { Context } from '../../render/context.ts';
import { dateFormat } from './formats.ts';
import { localesOf, notSpoken, plainSpaces } from './spoken-value.ts';
import { readDate, utcOf, type DateFields } from './wall-clock.ts';

/** A moment, and the zone whose calendar and clock are said: those of the server are seldom the caller's. */
export interface MomentInZone {
  readonly value: Date;
  /** Such as `Europe/Madrid`. */
  readonly timeZone: string;
}

/** The props of {@link SayDate}. */
export type SayDateProps = (
  | MomentInZone
  | {
      /** A date such as `2026-05-03`, or with the fields `year`, `month` and `day`, as those of `Temporal` have. */
      readonly value: string | DateFields;
      readonly timeZone?: undefined;
    }
) & {
  /** Whether the year is said. Default: true. */
  readonly year?: boolean | undefined;
  /** Whether the day of the week is said. Default: false. */
  readonly weekday?: boolean | undefined;
};

/**
 * Says a date, from the year 1583 on, in the language of the call: `May 3, 2026`, `3 de mayo de 2026`. It is text for every voice: the month is a word, so
 * nothing is left to guess.
 *
 * @throws {@link RenderError} with `E_SPOKEN` when the value is no date, or a `Date` has no zone
 * @example
 * ```tsx
 * import { Say, SayDate } from 'plivo-jsx';
 *
 * const booked = (
 *   <Say>
 *     See you on <SayDate value="2026-05-03" year={false} weekday />.
 *   </Say>
 * );
 * ```
 */
export const SayDate = (props: SayDateProps, context: Context): Node => {
  const { value, timeZone, year = true, weekday = false } = props;
  const fields = readDate(value, timeZone);
  if (fields === undefined)
    throw notSpoken('SayDate', 'a date, or a Date with a timeZone', '<SayDate value="2026-05-03" />');
  const format = dateFormat(localesOf(context), {
    day: 'numeric',
    month: 'long',
    year: year ? 'numeric' : undefined,
    weekday: weekday ? 'long' : undefined,
    timeZone: 'UTC',
  });
  return plainSpaces(format.format(utcOf(fields)));
};
