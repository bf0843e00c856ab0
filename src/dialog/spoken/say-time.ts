/**
 * `<SayTime>`.
 * @module
 */
import type { Node } from '../../../jsx-runtime/element.ts';
import type { Context } from '../../render/context.ts';
import { dateFormat } from './formats.ts';
import type { MomentInZone } from './say-date.ts';
import { localesOf, notSpoken, plainSpaces } from './spoken-value.ts';
import { readTime, type TimeFields } from './wall-clock.ts';

/** The props of {@link SayTime}. */
export type SayTimeProps =
  | MomentInZone
  | {
      /** A time such as `15:30`, or with the fields `hour` and `minute`, as those of `Temporal` have. */
      readonly value: string | TimeFields;
      readonly timeZone?: undefined;
    };

/**
 * Says a time of the day as the language of the call writes it: `3:30 PM`, `15:30`; and `3 PM` at the full hour where the day
 * has two halves. Where these halves have English names in writing, as in Hindi, it says them in the language: `शाम 4`. It is text
 * for every voice: Plivo's `<say-as interpret-as="time">` is for durations.
 *
 * @throws {@link RenderError} with `E_SPOKEN` when the value is no time, or a `Date` has no zone
 * @example
 * ```tsx
 * import { Say, SayTime } from 'plivo-jsx';
 *
 * const open = (
 *   <Say>
 *     We open at <SayTime value="09:00" />.
 *   </Say>
 * );
 * ```
 */
export const SayTime = ({ value, timeZone }: SayTimeProps, context: Context): Node => {
  const fields = readTime(value, timeZone);
  if (fields === undefined)
    throw notSpoken('SayTime', 'a time, or a Date with a timeZone', '<SayTime value="15:30" />');
  const { hour, minute } = fields;
  const locales = localesOf(context);
  const long = dateFormat(locales, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  const { hour12 = false, locale } = long.resolvedOptions();
  const isShort = minute === 0 && hour12;
  const dayPeriod = hour12 && !locale.startsWith('en') ? 'short' : undefined;
  const format = dateFormat(locales, {
    hour: 'numeric',
    minute: isShort ? undefined : '2-digit',
    dayPeriod,
    timeZone: 'UTC',
  });
  return plainSpaces(format.format(Date.UTC(2000, 0, 1, hour, minute)));
};
