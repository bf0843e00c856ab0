import { hangupSources } from '../plivo-enums.ts';
import { defineEvent } from './define-event.ts';
import { boolean, number, oneOf, shortText } from './field.ts';

/** The call has ended: `hangup_url`. */
export const hangup = defineEvent('hangup', {
  /** Why the call ended, such as `NORMAL_CLEARING`. Cut at 256 characters. */
  hangupCause: shortText('HangupCause'),
  /** Why the call ended, such as `Normal Hangup`. Cut at 256 characters. */
  hangupCauseName: shortText('HangupCauseName'),
  /** Why the call ended: a number of Plivo's table of hangup causes, such as 4000. */
  hangupCauseCode: number('HangupCauseCode'),
  /** Who ended the call, such as `Caller`. */
  hangupSource: oneOf('HangupSource', hangupSources),
  /** The length of the call in seconds, 0 or more. */
  duration: number('Duration', 0),
  /** The length that is charged, in seconds, 0 or more. */
  billDuration: number('BillDuration', 0),
  /** The price of the call in US dollars. */
  totalCost: number('TotalCost'),
  /** When the call started: `yyyy-MM-dd HH:mm:ss` in the account's time zone. */
  startTime: shortText('StartTime'),
  /** When the call was answered: `yyyy-MM-dd HH:mm:ss` in the account's time zone. */
  answerTime: shortText('AnswerTime'),
  /** When the call ended: `yyyy-MM-dd HH:mm:ss` in the account's time zone. */
  endTime: shortText('EndTime'),
  /** Whether a machine answered; sent only for a call that was placed with machine detection. */
  machine: boolean('machine'),
});
