/**
 * A reader of times of day.
 * @module
 */
import { temporal, type Temporal } from '../../temporal.ts';
import { reader, type Reader } from './reader.ts';

// Callers press the star for a colon, and speech recognition writes one.
const form = /^(\d{1,2})[:*.]?(\d{2})$/;

/**
 * Reads a time of day from digits: `HHMM` of 24 hours, where the first digit may be missing. `930` is half past nine; a `<Collect>`
 * takes it with `digits={{ min: 3, max: 4 }}`.
 *
 * @example
 * ```ts
 * import { time } from 'plivo-jsx';
 *
 * const result = time['~standard'].validate('1830'); // { value: 18:30 as a Temporal.PlainTime }
 * ```
 */
export const time: Reader<Temporal.PlainTime> = reader('a time of day, HHMM', (text) => {
  const [, hour, minute] = (form.exec(text) ?? []).map(Number);
  if (hour === undefined || minute === undefined || hour > 23 || minute > 59) return undefined;
  return temporal().PlainTime.from({ hour, minute });
});
