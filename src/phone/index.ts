/**
 * A telephone: it calls any Plivo answer URL and executes the XML as Plivo would. It knows HTTP and XML only.
 * @module
 */
export { startCall } from './start-call.ts';
export type { PhoneCall } from './phone-call.ts';
export type { Method } from '../elements/url.ts';
export type { CallOptions, Pace } from './options.ts';
export { assumptions, assumptionWords, type Assumptions } from './assumptions.ts';
export type { At, EventFields, EventName, EventOf, PhoneEvent } from './events.ts';
export type { RequestKind } from './request-kind.ts';
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
} from './standing.ts';
export type {
  DialDetails,
  DialOutcome,
  EarlyDetails,
  MemberOptions,
  PressDetails,
  RecordDetails,
  SayDetails,
} from './verbs.ts';
export { TransportFailure, type Transport, type TransportReply, type TransportRequest } from './transport.ts';
export { causeName, hangupCauses, isError } from './hangup-causes.ts';
