import { mpcRecordingEventNames } from '../plivo-enums.ts';
import { defineEvent } from './define-event.ts';
import { id, number, oneOf, shortText, text } from './field.ts';

/** Something happened to the recording of a multiparty call: `recordingCallbackUrl` of `MultiPartyCall`. */
export const mpcRecording = defineEvent('mpc-recording', {
  /** What happened, such as `MPCRecordingCompleted`. */
  eventName: oneOf('EventName', mpcRecordingEventNames),
  /** When it happened, as Plivo writes it. Cut at 256 characters. */
  eventTimestamp: shortText('EventTimestamp'),
  /** The name of the multiparty call. Cut at 256 characters. */
  mpcName: shortText('MPCName'),
  /** The id of the multiparty call. At most 256 characters. */
  mpcUuid: id('MPCUUID'),
  /** The length of the recording in seconds. */
  recordingDuration: number('RecordingDuration'),
  /** The file format of the recording, such as `mp3`. Cut at 256 characters. */
  recordingFormat: shortText('RecordingFormat'),
  /** The address of the recording. Cut at 4096 characters. */
  recordingUrl: text('RecordingURL'),
  /** The id of the recording. At most 256 characters. */
  recordingUuid: id('RecordingUUID'),
  /** When the recording started, as Plivo writes it. Cut at 256 characters. */
  recordingStartTime: shortText('RecordingStartTime'),
  /** When the recording ended, as Plivo writes it. Cut at 256 characters. */
  recordingEndTime: shortText('RecordingEndTime'),
  /** The position of this event among the events of the recording. */
  sequenceNumber: number('SequenceNumber'),
});
