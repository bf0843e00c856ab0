import { instantAt, type Moment } from '../../temporal.ts';
import type { OpeningHours } from './opening-hours.ts';
import { openingsOn } from './openings.ts';

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
export function isOpen(hours: OpeningHours, { epochMilliseconds }: Moment): boolean {
  const today = instantAt(epochMilliseconds).toZonedDateTimeISO(hours.zone).toPlainDate();
  // A range of yesterday may end today.
  return [today.subtract({ days: 1 }), today].some((date) =>
    openingsOn(hours, date).some(
      ({ opens, closes }) =>
        opens.epochMilliseconds <= epochMilliseconds && epochMilliseconds < closes.epochMilliseconds,
    ),
  );
}
