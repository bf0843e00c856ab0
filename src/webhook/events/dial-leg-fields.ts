/**
 * The fields that tell about the two legs of a `Dial`.
 * @module
 */
import { hangupSources } from '../plivo-enums.ts';
import { id, number, oneOf, shortText } from './field.ts';

export const dialLegFields = {
  /** The id of the caller's leg. At most 256 characters. */
  dialALegUuid: id('DialALegUUID'),
  /** The id of the leg that was dialled; `undefined` if nobody answered. At most 256 characters. */
  dialBLegUuid: id('DialBLegUUID'),
  /** Why the leg that was dialled ended, such as `Normal Hangup`. Cut at 256 characters. */
  dialBLegHangupCauseName: shortText('DialBLegHangupCauseName'),
  /** Why the leg that was dialled ended: a number of Plivo's table of hangup causes, such as 4000. */
  dialBLegHangupCauseCode: number('DialBLegHangupCauseCode'),
  /** Who ended the leg that was dialled, such as `Callee`. */
  dialBLegHangupSource: oneOf('DialBLegHangupSource', hangupSources),
};
