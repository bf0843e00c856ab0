/**
 * Calls for tests: a caller who presses keys and hears what the app says, without Plivo and without waiting.
 * @module
 */
export { call, type TestCallOptions } from './call.ts';
export { explore } from './explore.ts';
export type { App, AppFlow, InjectRequest, InjectReply } from './inject.ts';
export { matchers, type PhoneMatchers } from './matchers.ts';
export type { Matched } from './matched.ts';
export { recordCalls, type RecordedCalls } from './record-calls.ts';
export type { FlowMatchers, FlowSnapshotOptions, StrandOptions } from './flow-matchers.ts';
export type { Heard, PhoneCall as Phone, SentRequest } from '../phone/index.ts';
