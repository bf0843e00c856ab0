/**
 * A telephone: it calls any Plivo answer URL and executes the XML as Plivo would. It knows HTTP and XML only.
 * @module
 */
export { startCall } from './engine/start-call.ts';
export { PhoneCall } from './engine/phone-call.ts';
export { possibleActions } from './engine/possible-actions.ts';
export type { ActionFields, ActionName, ActionOf, PossibleAction } from './engine/actions.ts';
export { parseScript, scriptTokens, startingPace, type ScriptStep } from './script.ts';
export { runScript } from './run-script.ts';
export { transcript } from './transcript.ts';
export { describeEvent } from './event-sentences.ts';
export { describeState } from './engine/describe-state.ts';
export type { CallOptions, Pace } from './engine/call-options.ts';
export type { Moment } from '../temporal.ts';
export { assumptions, assumptionWords, type Assumptions } from './engine/assumptions.ts';
export type { At, EventFields, EventName, EventOf, PhoneEvent, PromptName } from './engine/events.ts';
export type { Heard, SentRequest } from './engine/event-queries.ts';
export type {
  Asking,
  Busy,
  CallState,
  Confirming,
  Dialing,
  Ended,
  Endless,
  InConference,
  InMultiPartyCall,
  InputRules,
  Leg,
  Listening,
  Recording,
  Streaming,
  Talking,
} from './engine/call-state.ts';
export type {
  DialDetails,
  DialOutcome,
  PressEarlyDetails,
  MemberOptions,
  PressDetails,
  RecordDetails,
  SayDetails,
} from './engine/command-options.ts';
export { TransportFailure } from './http/transport.ts';
export type {
  Transport,
  TransportFailureOptions,
  TransportReply,
  TransportRequest,
} from './http/transport.ts';
export type { Failure } from '../failures.ts';
export type { RequestKind } from './http/request-kind.ts';
export { causeName, hangupCauses, isError } from './engine/hangup-causes.ts';
export type { Method } from '../elements/url.ts';
export type {
  ConferenceAction,
  DialLeg,
  DialStatus,
  Direction,
  HangupSource,
  InputType,
  MpcEventName,
} from '../webhook/plivo-enums.ts';
