import { integer, oneOf } from './attribute.ts';
import { nothing } from './content.ts';
import {
  declareElement,
  defineElement,
  type DeclaredAttributes,
  type DeclaredChildren,
  type ElementComponent,
} from './define-element.ts';
import { isFollowed } from './rule.ts';
import { unreachable } from './unreachable.ts';

const declaration = declareElement({
  name: 'Hangup',
  role: 'leads',
  content: nothing,
  attributes: {
    /** Why an incoming call is rejected before it is answered; without effect once it is answered. */
    reason: oneOf(['rejected', 'busy'], {}),
    /** Hangs up that many seconds later, while the elements after it run; so it cannot be the last one. */
    schedule: integer({ min: 1, unit: 's' }),
  },
  rules: [
    {
      message: '<Hangup schedule> is the last element, so the call ends at once.',
      fix: 'put what is to be heard meanwhile after it, or remove schedule.',
      broken: (hangup) => hangup.attributes['schedule'] !== undefined && !isFollowed(hangup),
    },
    unreachable({
      message: 'What follows <Hangup> never runs.',
      fix: 'move it before the <Hangup>, or give the <Hangup> a schedule.',
      when: ({ attributes }) => attributes['schedule'] === undefined,
    }),
  ],
});

/** The props of {@link Hangup}. */
export interface HangupProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

/**
 * Ends the call, now or after `schedule` seconds.
 *
 * Source: https://www.plivo.com/docs/voice/xml/routing
 *
 * @example
 * ```tsx
 * import { Hangup } from 'plivo-jsx';
 *
 * const busy = <Hangup reason="busy" />;
 * ```
 */
export const Hangup: ElementComponent<HangupProps> = defineElement(declaration);
