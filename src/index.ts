/**
 * `plivo-jsx`: the vocabulary, the renderer and flows.
 * @module
 */
export * from './elements/index.ts';
export { render, type RenderOptions } from './render/render.ts';
export type { Context } from './render/context.ts';
export { RenderError, type Problem } from './render/problem.ts';
export { PlivoJsxError, type ErrorCode } from './errors.ts';
export { level, type Level, type LevelOptions, type LevelProps } from './flow/level.ts';
export { callback } from './flow/callback.ts';
export { preview } from './flow/preview.ts';
export { flow, type Flow, type FlowExample, type FlowOptions } from './flow/flow.ts';
export type { Phrases } from './flow/phrases.ts';
import './flow/context.ts';
export type { Call, CallKind, CallOf } from './call/call.ts';
export type { CallStatus, DialStatus, Direction, InputType } from './call/words.ts';
export { readCall } from './call/read-call.ts';
export { placeCall, type PlaceCallOptions, type PlacedCall } from './rest/place-call.ts';
export type { Credentials, OutboundCall } from './rest/call-request.ts';
