import { defineEvent } from './define-event.ts';
import { id, shortText } from './field.ts';

/** This participant has left the multiparty call: `onExitActionUrl` of `MultiPartyCall`. */
export const mpcExit = defineEvent('mpc-exit', {
  /** The id of the multiparty call. At most 256 characters. */
  mpcUuid: id('MPCUUID'),
  /** The name of the multiparty call. Cut at 256 characters. */
  mpcFriendlyName: shortText('MPCFriendlyName'),
  /** The id of the participant in the multiparty call. At most 256 characters. */
  memberId: id('MemberID'),
  /** The id of the participant's leg. At most 256 characters. */
  participantCallUuid: id('ParticipantCallUUID'),
  /** When the participant joined, as Plivo writes it. Cut at 256 characters. */
  participantJoinTime: shortText('ParticipantJoinTime'),
  /** When the participant left, as Plivo writes it. Cut at 256 characters. */
  participantEndTime: shortText('ParticipantEndTime'),
  /** The role of the participant, such as `Agent` or `Customer`. Cut at 256 characters. */
  participantRole: shortText('ParticipantRole'),
});
