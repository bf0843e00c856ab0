import { instantAt, type Moment, type Temporal } from '../../temporal.ts';
import type { OpeningHours } from './opening-hours.ts';
import { openingsOn } from './openings.ts';

/** The days that are searched: a year and its longest holidays. */
const searchedDays = 400;

/**
 * Returns when it opens next, in the time zone of the place. While it is open, that is the opening after the next time it closes.
 *
 * @param hours the opening hours
 * @param moment the point in time, such as `context.now`
 * @returns `undefined` when it does not open within the next 400 days, because it is always open or always closed
 * @example
 * ```tsx
 * import { hours, nextOpening, Speak, type Context } from 'plivo-jsx';
 *
 * const openingHours = hours({ zone: 'Europe/Madrid', week: { mon: '09:00-13:00' } });
 * const Closed = (_props: {}, { now }: Context) => {
 *   const opens = nextOpening(openingHours, now);
 *   const when = opens?.toLocaleString('en', { weekday: 'long', hour: 'numeric' });
 *   return <Speak>{when === undefined ? 'We are closed.' : `We open on ${when}.`}</Speak>;
 * };
 * ```
 */
export function nextOpening(
  hours: OpeningHours,
  { epochMilliseconds }: Moment,
): Temporal.ZonedDateTime | undefined {
  const today = instantAt(epochMilliseconds).toZonedDateTimeISO(hours.zone).toPlainDate();
  let openUntil = epochMilliseconds;
  for (let days = -1; days <= searchedDays; days++) {
    for (const { opens, closes } of openingsOn(hours, today.add({ days }))) {
      if (opens.epochMilliseconds > openUntil) return opens;
      // Ranges that follow one another without a break, such as over midnight, are one opening.
      openUntil = Math.max(openUntil, closes.epochMilliseconds);
    }
  }
  return undefined;
}
