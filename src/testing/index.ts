/**
 * Calls for tests: a caller who presses keys and hears what the app says, without Plivo and without waiting.
 * @module
 */
export { call, type TestCallOptions } from './call.ts';
export type { App } from './inject.ts';
export type { Heard } from '../phone/engine/heard.ts';
export { matchers, type Matched, type PhoneMatchers } from './matchers.ts';
export type { Asked, Phone } from './phone.ts';
