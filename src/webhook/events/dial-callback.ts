import { dialActions, dialLegs } from '../plivo-enums.ts';
import { defineEvent, type EventDefinition } from './define-event.ts';
import { dialLegFields } from './dial-leg-fields.ts';
import { keys } from './digits-fields.ts';
import { number, oneOf, shortText } from './field.ts';

const bLegFields = {
  /** What happened: the B leg answered, was connected or hung up, or digits matched. */
  dialAction: oneOf('DialAction', dialActions),
  /** The state of the B leg. Cut at 256 characters. */
  dialBLegStatus: shortText('DialBLegStatus'),
  /** The number or SIP URI that the B leg sees as the caller. Cut at 256 characters. */
  dialBLegFrom: shortText('DialBLegFrom'),
  /** The number or SIP URI that was dialled. Cut at 256 characters. */
  dialBLegTo: shortText('DialBLegTo'),
  /** The length of the B leg in seconds, 0 or more. */
  dialBLegDuration: number('DialBLegDuration', 0),
  /** The length of the B leg that is charged, in seconds, 0 or more. */
  dialBLegBillDuration: number('DialBLegBillDuration', 0),
  /** The keys that matched `digitsMatch` or `digitsMatchBLeg`: 1 to 99 of `0-9 * # A-D`. */
  dialDigitsMatch: keys('DialDigitsMatch'),
  /** The leg that pressed the keys of `dialDigitsMatch`. */
  dialDigitsPressedBy: oneOf('DialDigitsPressedBy', dialLegs),
};

/** Something happened on the B leg of a `Dial`: its `callbackUrl`. */
export const dialCallback: EventDefinition<'dial-callback', typeof bLegFields & typeof dialLegFields> =
  defineEvent('dial-callback', { ...bLegFields, ...dialLegFields });
