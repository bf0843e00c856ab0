/**
 * The ranges of a date as points in time, in spite of the days on which clocks are changed.
 * @module
 */
import type { Temporal } from '../../temporal.ts';
import type { OpeningHours } from './opening-hours.ts';

/** From when to when it is open without a break. */
export interface Opening {
  readonly opens: Temporal.ZonedDateTime;
  /** The first moment at which it is closed again. */
  readonly closes: Temporal.ZonedDateTime;
}

/** The openings that begin on a date, in their order. A range that the clock leaves out is none. */
export const openingsOn = (hours: OpeningHours, date: Temporal.PlainDate): Opening[] =>
  hours
    .rangesOn(date)
    .map(({ opens, closes }) => ({
      opens: momentOf(date, opens, hours.zone, false),
      closes: momentOf(date, closes, hours.zone, true),
    }))
    .filter(({ opens, closes }) => opens.epochMilliseconds < closes.epochMilliseconds);

/** The moment at which clocks show a time, given in minutes after the beginning of a date. */
function momentOf(
  date: Temporal.PlainDate,
  minutes: number,
  zone: string,
  isEnd: boolean,
): Temporal.ZonedDateTime {
  const time = date.toPlainDateTime().add({ minutes });
  const first = time.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const last = time.toZonedDateTime(zone, { disambiguation: 'later' });
  if (first.epochMilliseconds === last.epochMilliseconds) return first;
  const change = first.getTimeZoneTransition('next')!;
  if (!first.toPlainDateTime().equals(time)) return change;
  // Clocks show the time twice. A range that ends when they are set back is not continued by it.
  return isEnd && last.epochMilliseconds !== change.epochMilliseconds ? last : first;
}
