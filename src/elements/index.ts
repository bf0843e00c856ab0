/**
 * The Plivo vocabulary: one file an element, in the order in which a newcomer meets them.
 * @module
 */
export { Response, type ResponseProps } from './response.ts';
export { Speak, type SpeakElement, type SpeakProps } from './speak.ts';
export { Play, type PlayProps } from './play.ts';
export { GetDigits, type GetDigitsProps } from './get-digits.ts';
export { GetInput, type GetInputProps } from './get-input.ts';
export { Redirect, type RedirectProps } from './redirect.ts';
export { Hangup, type HangupProps } from './hangup.ts';
export { Wait, type WaitProps } from './wait.ts';
export { Dial, type DialProps } from './dial.ts';
export { Number, type NumberProps } from './number.ts';
export { User, type UserProps } from './user.ts';
export { Record, type RecordProps } from './record.ts';
export { PreAnswer, type PreAnswerProps } from './pre-answer.ts';
export { DTMF, type DTMFProps } from './dtmf.ts';
export { Message, type MessageProps } from './message.ts';
export { Conference, type ConferenceProps } from './conference.ts';
export { MultiPartyCall, type MultiPartyCallProps } from './multi-party-call.ts';
export { Stream, type StreamProps } from './stream.ts';

// The lower-case tags inside <Speak>.
import './ssml/index.ts';
export type {
  BreakProps,
  EmphasisProps,
  LangProps,
  PhonemeProps,
  PProps,
  ProsodyProps,
  SayAsProps,
  SProps,
  SsmlElements,
  SubProps,
  WProps,
} from './ssml/index.ts';

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
export type { Elements, PlainText, RequiredElements, RequiredText, UrlText } from './children.ts';
export type { Content, ElementsOptions, TextOptions } from './content.ts';
export type {
  Attributes,
  DeclaredAttributes,
  DeclaredChildren,
  ElementComponent,
  ElementDeclaration,
  ElementDefinition,
  PropsOf,
  Role,
} from './define-element.ts';
export type { ElementView, Rule } from './rule.ts';

// Voices and languages.
export type {
  DefaultVoice,
  AnyVoice,
  SpeakLanguage,
  LanguageOf,
  CheckedVoice,
  PollyVoice,
  Voice,
} from './languages.ts';

// Addresses.
export { Link } from './url.ts';
export type { LinkTarget, Method, Url, UrlKind } from './url.ts';
