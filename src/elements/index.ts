/**
 * The Plivo vocabulary: one file an element, in the order in which a newcomer meets them.
 * @module
 */
export { Response } from './response.ts';
export { Speak } from './speak.ts';
export { Play } from './play.ts';
export { GetDigits } from './get-digits.ts';
export { GetInput } from './get-input.ts';
export { Redirect } from './redirect.ts';
export { Hangup } from './hangup.ts';
export { Wait } from './wait.ts';
export { Dial } from './dial.ts';
export { Number } from './number.ts';
export { User } from './user.ts';
export { Record } from './record.ts';
export { PreAnswer } from './pre-answer.ts';
export { DTMF } from './dtmf.ts';
export { Message } from './message.ts';
export { Conference } from './conference.ts';
export { MultiPartyCall } from './multi-party-call.ts';
export { Stream } from './stream.ts';

// The lower-case tags inside <Speak>.
import './ssml/index.ts';

// An element of your own.
export * as attribute from './attribute.ts';
export * as content from './content.ts';
export { defineElement, definitions } from './define-element.ts';
export type {
  Attribute,
  AttributeOptions,
  Evidence,
  IntegerOptions,
  Kind,
  StringOptions,
} from './attribute.ts';
export type { Content, ElementsOptions, TextOptions } from './content.ts';
export type {
  Attributes,
  ElementComponent,
  ElementDeclaration,
  ElementDefinition,
  PropsOf,
  Role,
} from './define-element.ts';
export type { ElementView, Rule } from './rule.ts';

// Addresses.
export { Link } from './url.ts';
export type { LinkTarget, Method, Url, UrlKind } from './url.ts';
