/**
 * A telephone: it calls any Plivo answer URL and executes the XML as Plivo would. It knows HTTP and XML only.
 * @module
 */
export { startCall } from './engine/start-call.ts';
export type { PhoneCall } from './engine/phone-call.ts';
export type { Method } from '../elements/url.ts';
export type { CallOptions, Pace } from './engine/call-options.ts';
export { assumptions, assumptionWords, type Assumptions } from './engine/assumptions.ts';
export type { At, EventFields, EventName, EventOf, PhoneEvent } from './engine/events.ts';
export type { RequestKind } from './http/request-kind.ts';
export type {
  Asking,
  Busy,
  Dialing,
  Ended,
  Endless,
  InConference,
  InMultiPartyCall,
  Leg,
  Listening,
  Recording,
  Standing,
  Streaming,
  Talking,
} from './engine/call-state.ts';
export type {
  DialDetails,
  DialOutcome,
  EarlyDetails,
  MemberOptions,
  PressDetails,
  RecordDetails,
  SayDetails,
} from './engine/command-options.ts';
export {
  TransportFailure,
  type Transport,
  type TransportReply,
  type TransportRequest,
} from './http/transport.ts';
export { causeName, hangupCauses, isError } from './engine/hangup-causes.ts';
