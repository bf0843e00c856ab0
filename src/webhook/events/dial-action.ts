import { dialStatuses } from '../plivo-enums.ts';
import { defineEvent, type EventDefinition } from './define-event.ts';
import { dialLegFields } from './dial-leg-fields.ts';
import { boolean, oneOf, shortText } from './field.ts';

const outcomeFields = {
  /** How the `Dial` ended, such as `completed`, `busy` or `no-answer`. */
  dialStatus: oneOf('DialStatus', dialStatuses),
  /** Whether a telephone rang. */
  dialRingStatus: boolean('DialRingStatus'),
  /** Why the `Dial` ended, such as `NO_ANSWER`. Cut at 256 characters. */
  dialHangupCause: shortText('DialHangupCause'),
};

/** `Dial` has ended: its `action`. */
export const dialAction: EventDefinition<'dial-action', typeof outcomeFields & typeof dialLegFields> =
  defineEvent('dial-action', { ...outcomeFields, ...dialLegFields });
