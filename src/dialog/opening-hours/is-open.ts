/**
 * Tells whether it is open. Most requests are of the same day as the one before, so the openings of one day are kept.
 * @module
 */
import { instantAt, type Moment } from '../../temporal.ts';
import type { OpeningHours } from './opening-hours.ts';
import { openingsOn } from './openings.ts';

/** One day in the zone of the place; all times are milliseconds since 1970. */
interface Day {
  readonly begins: number;
  readonly ends: number;
  readonly openings: readonly { readonly opens: number; readonly closes: number }[];
}

const lastDays = new WeakMap<OpeningHours, Day>();

/**
 * Tells whether it is open.
 *
 * @param hours the opening hours
 * @param moment the point in time, such as `context.now`
 * @example
 * ```tsx
 * import { hours, isOpen, Speak, type Context } from 'plivo-jsx';
 *
 * const openingHours = hours({ zone: 'Europe/Madrid', week: { mon: '09:00-13:00' } });
 * const Greeting = (_props: {}, { now }: Context) => (
 *   <Speak>{isOpen(openingHours, now) ? 'We are open.' : 'We are closed.'}</Speak>
 * );
 * ```
 */
export function isOpen(hours: OpeningHours, { epochMilliseconds: time }: Moment): boolean {
  let day = lastDays.get(hours);
  if (day === undefined || time < day.begins || time >= day.ends) {
    day = dayOf(hours, time);
    lastDays.set(hours, day);
  }
  return day.openings.some(({ opens, closes }) => opens <= time && time < closes);
}

function dayOf(hours: OpeningHours, time: number): Day {
  const today = instantAt(time).toZonedDateTimeISO(hours.zone).toPlainDate();
  // A range of yesterday may end today.
  const dates = [today.subtract({ days: 1 }), today];
  return {
    begins: today.toZonedDateTime(hours.zone).epochMilliseconds,
    ends: today.add({ days: 1 }).toZonedDateTime(hours.zone).epochMilliseconds,
    openings: dates
      .flatMap((date) => openingsOn(hours, date))
      .map(({ opens, closes }) => ({ opens: opens.epochMilliseconds, closes: closes.epochMilliseconds })),
  };
}
