import type { CallKind, CallOf, FieldsOfKind } from './call.ts';
import { flag, id, number, oneOf, short, text, type Field } from './field.ts';
import { digitsOf, inputOf, type Input } from './input.ts';
import type { RawFields } from './raw.ts';
import {
  conferenceActions,
  dialActions,
  dialLegs,
  dialStatuses,
  hangupSources,
  ifMachines,
  inputTypes,
  mpcEventNames,
  mpcRecordingEventNames,
} from './plivo-enums.ts';

type Readers<Kind extends CallKind> = {
  readonly [Name in keyof FieldsOfKind[Kind]]: (raw: RawFields) => CallOf<Kind>[Name & keyof CallOf<Kind>];
};

const keys = (name: string): Field<string> => {
  return (raw) => digitsOf(raw[name]);
};

const pressed = {
  input: (raw: RawFields): Input => inputOf(raw.Digits),
  digits: keys('Digits'),
};

const recording = {
  recordUrl: text('RecordUrl'),
  recordingId: id('RecordingID'),
  recordingDuration: number('RecordingDuration'),
  recordingDurationMs: number('RecordingDurationMs'),
  recordingStartMs: number('RecordingStartMs'),
  recordingEndMs: number('RecordingEndMs'),
};

const conference = {
  conferenceName: short('ConferenceName'),
  conferenceUuid: id('ConferenceUUID'),
  conferenceMemberId: id('ConferenceMemberID'),
  recordUrl: recording.recordUrl,
  recordingId: recording.recordingId,
};

const dialLegFields = {
  dialALegUuid: id('DialALegUUID'),
  dialBLegUuid: id('DialBLegUUID'),
  dialBLegHangupCauseName: short('DialBLegHangupCauseName'),
  dialBLegHangupCauseCode: number('DialBLegHangupCauseCode'),
  dialBLegHangupSource: oneOf('DialBLegHangupSource', hangupSources),
};

/** From Plivo's names to ours, for each kind. */
export const fieldsOfKind: { readonly [Kind in CallKind]: Readers<Kind> } = {
  answer: { machine: flag('Machine') },
  ring: {},
  hangup: {
    hangupCause: short('HangupCause'),
    hangupCauseName: short('HangupCauseName'),
    hangupCauseCode: number('HangupCauseCode'),
    hangupSource: oneOf('HangupSource', hangupSources),
    duration: number('Duration', 0),
    billDuration: number('BillDuration', 0),
    totalCost: number('TotalCost'),
    startTime: short('StartTime'),
    answerTime: short('AnswerTime'),
    endTime: short('EndTime'),
    machine: flag('machine'),
  },
  'getdigits-action': pressed,
  'getinput-action': {
    ...pressed,
    inputType: oneOf('InputType', inputTypes),
    speech: text('Speech'),
    speechConfidence: number('SpeechConfidenceScore', 0, 1),
    billedAmount: number('BilledAmount'),
  },
  'getinput-interim': {
    stableSpeech: text('StableSpeech'),
    unstableSpeech: text('UnstableSpeech'),
    stability: number('Stability', 0, 1),
    sequenceNumber: number('SequenceNumber'),
  },
  'dial-action': {
    dialStatus: oneOf('DialStatus', dialStatuses),
    dialRingStatus: flag('DialRingStatus'),
    dialHangupCause: short('DialHangupCause'),
    ...dialLegFields,
  },
  'dial-callback': {
    dialAction: oneOf('DialAction', dialActions),
    dialBLegStatus: short('DialBLegStatus'),
    dialBLegFrom: short('DialBLegFrom'),
    dialBLegTo: short('DialBLegTo'),
    dialBLegDuration: number('DialBLegDuration', 0),
    dialBLegBillDuration: number('DialBLegBillDuration', 0),
    dialDigitsMatch: keys('DialDigitsMatch'),
    dialDigitsPressedBy: oneOf('DialDigitsPressedBy', dialLegs),
    ...dialLegFields,
  },
  'record-action': { ...pressed, ...recording },
  transcription: {
    transcription: text('transcription'),
    transcriptionCharge: number('transcription_charge'),
    transcriptionRate: number('transcription_rate'),
    duration: number('duration', 0),
    recordingId: id('recording_id'),
    error: text('error'),
  },
  'conference-action': conference,
  'conference-callback': {
    ...conference,
    ...recording,
    conferenceAction: oneOf('ConferenceAction', conferenceActions),
    conferenceDigitsMatch: keys('ConferenceDigitsMatch'),
  },
  redirect: {},
  'mpc-status': {
    eventName: oneOf('EventName', mpcEventNames),
    eventTimestamp: short('EventTimestamp'),
    mpcUuid: id('MPCUUID'),
    mpcName: short('MPCName'),
    memberId: id('MemberID'),
    participantRole: short('ParticipantRole'),
    participantCallUuid: id('ParticipantCallUUID'),
    participantCallFrom: short('ParticipantCallFrom'),
    participantCoachMode: flag('ParticipantCoachMode'),
    mpcDuration: number('MPCDuration', 0),
    mpcBilledDuration: number('MPCBilledDuration', 0),
    mpcBilledAmount: number('MPCBilledAmount'),
  },
  'mpc-recording': {
    eventName: oneOf('EventName', mpcRecordingEventNames),
    eventTimestamp: short('EventTimestamp'),
    mpcName: short('MPCName'),
    mpcUuid: id('MPCUUID'),
    recordingDuration: number('RecordingDuration'),
    recordingFormat: short('RecordingFormat'),
    recordingUrl: text('RecordingURL'),
    recordingUuid: id('RecordingUUID'),
    recordingStartTime: short('RecordingStartTime'),
    recordingEndTime: short('RecordingEndTime'),
    sequenceNumber: number('SequenceNumber'),
  },
  'mpc-exit': {
    mpcUuid: id('MPCUUID'),
    mpcFriendlyName: short('MPCFriendlyName'),
    memberId: id('MemberID'),
    participantCallUuid: id('ParticipantCallUUID'),
    participantJoinTime: short('ParticipantJoinTime'),
    participantEndTime: short('ParticipantEndTime'),
    participantRole: short('ParticipantRole'),
  },
  'stream-status': {
    streamId: id('StreamID'),
    timestamp: short('Timestamp'),
    bidirectional: flag('bidirectional'),
    audioTrack: short('audioTrack'),
    streamTimeout: number('streamTimeout', 0),
    contentType: short('contentType'),
    extraHeaders: text('extraHeaders'),
    keepCallAlive: flag('keepCallAlive'),
  },
  'machine-detection': { machine: flag('Machine'), ifMachine: oneOf('IfMachine', ifMachines) },
  'message-status': { messageUuid: id('MessageUUID'), status: short('Status') },
  unknown: {},
};
