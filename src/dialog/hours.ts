/**
 * `<Hours>`: what callers hear depends on the opening hours.
 * @module
 */
import type { Node } from '../../jsx-runtime/element.ts';
import { jsx } from '../../jsx-runtime/jsx-runtime.ts';
import { Link } from '../elements/url.ts';
import type { Context } from '../render/context.ts';
import { Forward } from '../render/walk/replace-document.ts';
import { isOpen } from './opening-hours/is-open.ts';
import type { OpeningHours } from './opening-hours/opening-hours.ts';

/** The props of {@link Hours}. */
export interface HoursProps {
  /** The opening hours, see `hours`. */
  readonly of: OpeningHours;
  /** What callers get while it is closed: a link to the level that answers, or elements. */
  readonly closed: Link | Node;
  /** What callers get while it is open. */
  readonly children?: Node;
}

/**
 * Answers differently while it is closed. The time is `context.now`: that of the request or, in tests, what `at` says.
 *
 * @example
 * ```tsx
 * import { Hours, hours, level, Response, Speak } from 'plivo-jsx';
 *
 * const openingHours = hours({ zone: 'Europe/Madrid', week: { mon: '09:00-13:00', tue: '09:00-13:00' } });
 *
 * export const reception = level('/reception', () => (
 *   <Response>
 *     <Hours of={openingHours} closed={<Speak>We are closed today.</Speak>}>
 *       <Speak>One moment, please.</Speak>
 *     </Hours>
 *   </Response>
 * ));
 * ```
 */
export function Hours({ of, closed, children }: HoursProps, { now }: Context): Node {
  if (isOpen(of, now)) return children;
  return closed instanceof Link ? jsx(Forward, { to: closed }) : closed;
}
