/**
 * The closed sets of words in which Plivo reports, letter for letter.
 * @module
 */

/** Where a call is. */
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
export type CallStatus = (typeof callStatuses)[number];

/** Who started a call. */
export const directions = ['inbound', 'outbound'] as const;
export type Direction = (typeof directions)[number];

/** What caused a request. */
export const callEvents = [
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
export type CallEvent = (typeof callEvents)[number];

/** How a `Dial` ended. */
export const dialStatuses = ['completed', 'busy', 'failed', 'timeout', 'no-answer', 'cancel'] as const;
export type DialStatus = (typeof dialStatuses)[number];

/** What happened on the B leg. */
export const dialActions = ['answer', 'connected', 'hangup', 'digits'] as const;
export type DialAction = (typeof dialActions)[number];

/** Who pressed the keys of `digitsMatch`. */
export const dialLegs = ['ALeg', 'BLeg'] as const;
export type DialLeg = (typeof dialLegs)[number];

/** What a `GetInput` heard. */
export const inputTypes = ['dtmf', 'speech'] as const;
export type InputType = (typeof inputTypes)[number];

/** What happened in a conference room. */
export const conferenceActions = ['enter', 'exit', 'digits', 'floor', 'record'] as const;
export type ConferenceAction = (typeof conferenceActions)[number];

/** What Plivo does once a machine has answered. */
export const ifMachines = ['continue', 'hangup'] as const;
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
export type MpcEventName = (typeof mpcEventNames)[number];

/** What happened to the recording of a multiparty call. */
export const mpcRecordingEventNames = [
  'MPCRecordingInitiated',
  'MPCRecordingPaused',
  'MPCRecordingResumed',
  'MPCRecordingCompleted',
  'MPCRecordingFailed',
] as const;
export type MpcRecordingEventName = (typeof mpcRecordingEventNames)[number];
