/**
 * The words that Plivo uses as values of fields, letter for letter.
 * @module
 */

/** The state of a call. */
export const callStatuses = [
  'ringing',
  'in-progress',
  'completed',
  'busy',
  'failed',
  'timeout',
  'no-answer',
  'cancel',
] as const;
/** The state of a call. */
export type CallStatus = (typeof callStatuses)[number];

/** Who started a call. */
export const directions = ['inbound', 'outbound'] as const;
/** Who started a call. */
export type Direction = (typeof directions)[number];

/** What caused a request. */
export const callEventNames = [
  'StartApp',
  'Redirect',
  'Ring',
  'Hangup',
  'MachineDetection',
  'DialAnswer',
  'DialHangup',
  'StartStream',
  'StopStream',
  'DroppedStream',
  'DegradedStream',
] as const;
/** What caused a request. */
export type CallEventName = (typeof callEventNames)[number];

/** How a `Dial` ended. */
export const dialStatuses = ['completed', 'busy', 'failed', 'timeout', 'no-answer', 'cancel'] as const;
/** How a `Dial` ended. */
export type DialStatus = (typeof dialStatuses)[number];

/** What happened on the B leg of a `Dial`. */
export const dialActions = ['answer', 'connected', 'hangup', 'digits'] as const;
/** What happened on the B leg of a `Dial`. */
export type DialAction = (typeof dialActions)[number];

/** The leg that pressed the keys of `digitsMatch`. */
export const dialLegs = ['ALeg', 'BLeg'] as const;
/** The leg that pressed the keys of `digitsMatch`. */
export type DialLeg = (typeof dialLegs)[number];

/** Whether a `GetInput` collected keys or speech. */
export const inputTypes = ['dtmf', 'speech'] as const;
/** Whether a `GetInput` collected keys or speech. */
export type InputType = (typeof inputTypes)[number];

/** What happened in a conference. */
export const conferenceActions = ['enter', 'exit', 'digits', 'floor', 'record'] as const;
/** What happened in a conference. */
export type ConferenceAction = (typeof conferenceActions)[number];

/** What Plivo does after a machine has answered. */
export const ifMachines = ['continue', 'hangup'] as const;
/** What Plivo does after a machine has answered. */
export type IfMachine = (typeof ifMachines)[number];

/** Who ended a call. */
export const hangupSources = [
  'Caller',
  'Callee',
  'Plivo',
  'Carrier',
  'API Request',
  'Answer XML',
  'Error',
  'Unknown',
] as const;
/** Who ended a call. */
export type HangupSource = (typeof hangupSources)[number];

/** What happened in a multiparty call. */
export const mpcEventNames = [
  'MPCInitialized',
  'MPCStart',
  'MPCEnd',
  'ParticipantJoin',
  'ParticipantExit',
  'ParticipantMute',
  'ParticipantUnmute',
  'ParticipantHold',
  'ParticipantUnhold',
  'ParticipantCoachModeStart',
  'ParticipantCoachModeStop',
  'ParticipantSpeakStart',
  'ParticipantSpeakStop',
  'ParticipantDigitInput',
  'AddParticipantByAPIActionInitiated',
  'AddParticipantByAPIActionCompleted',
] as const;
/** What happened in a multiparty call. */
export type MpcEventName = (typeof mpcEventNames)[number];

/** What happened to the recording of a multiparty call. */
export const mpcRecordingEventNames = [
  'MPCRecordingInitiated',
  'MPCRecordingPaused',
  'MPCRecordingResumed',
  'MPCRecordingCompleted',
  'MPCRecordingFailed',
] as const;
/** What happened to the recording of a multiparty call. */
export type MpcRecordingEventName = (typeof mpcRecordingEventNames)[number];
