import { mpcEventNames } from '../plivo-enums.ts';
import { defineEvent } from './define-event.ts';
import { boolean, id, number, oneOf, shortText } from './field.ts';

/** Something happened in a multiparty call: `statusCallbackUrl` of `MultiPartyCall`. */
export const mpcStatus = defineEvent('mpc-status', {
  /** What happened, such as `MPCStart` or `ParticipantJoin`. */
  eventName: oneOf('EventName', mpcEventNames),
  /** When it happened, as Plivo writes it. Cut at 256 characters. */
  eventTimestamp: shortText('EventTimestamp'),
  /** The id of the multiparty call. At most 256 characters. */
  mpcUuid: id('MPCUUID'),
  /** The name of the multiparty call. Cut at 256 characters. */
  mpcName: shortText('MPCName'),
  /** The id of the participant in the multiparty call. At most 256 characters. */
  memberId: id('MemberID'),
  /** The role of the participant, such as `Agent` or `Customer`. Cut at 256 characters. */
  participantRole: shortText('ParticipantRole'),
  /** The id of the participant's leg. At most 256 characters. */
  participantCallUuid: id('ParticipantCallUUID'),
  /** The number or SIP URI of the participant. Cut at 256 characters. */
  participantCallFrom: shortText('ParticipantCallFrom'),
  /** Whether the participant is a supervisor who coaches an agent. */
  participantCoachMode: boolean('ParticipantCoachMode'),
  /** The length of the multiparty call in seconds, 0 or more. */
  mpcDuration: number('MPCDuration', 0),
  /** The length that is charged, in seconds, 0 or more. */
  mpcBilledDuration: number('MPCBilledDuration', 0),
  /** The price in US dollars. */
  mpcBilledAmount: number('MPCBilledAmount'),
});
