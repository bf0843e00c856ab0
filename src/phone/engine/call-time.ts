/**
 * Reads the date and time at which a call takes place.
 * @module
 */
import { machineZone, temporal, type Moment, type Temporal } from '../../temporal.ts';

/** What the date and time of a call look like, for errors. */
export const callTimeForm = '2026-12-24T18:00, which may end in a zone, as 2026-12-24T18:00[Europe/Madrid]';

/** The years of a time header. */
const years = { from: 1970, to: 9999 };

/**
 * Reads a date and time, such as `2026-12-24T18:00`.
 *
 * @param at with an offset such as `+01:00` or `Z`, with a zone such as `[Europe/Madrid]`, or else of the zone of this machine
 * @returns undefined when there is no such date and time
 */
export function readCallTime(at: string | Moment): Temporal.ZonedDateTime | undefined {
  try {
    const time = typeof at === 'string' ? timeIn(at.trim()) : timeAt(at.epochMilliseconds);
    const { year } = time.withTimeZone('UTC');
    return year >= years.from && year <= years.to ? time : undefined;
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}

function timeIn(text: string): Temporal.ZonedDateTime {
  const { Instant, PlainDateTime, ZonedDateTime } = temporal();
  if (text.includes('[')) return ZonedDateTime.from(text);
  if (/[T ]/i.test(text) && /(?:Z|[+-]\d{2}(?::?\d{2})?)$/i.test(text))
    return Instant.from(text).toZonedDateTimeISO('UTC');
  return PlainDateTime.from(text).toZonedDateTime(machineZone());
}

const timeAt = (milliseconds: number) =>
  temporal().Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO('UTC');
