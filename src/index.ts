/**
 * `plivo-jsx`: the vocabulary, the renderer, flows, the call event, signatures and outbound calls.
 * @module
 */
// Elements, and the functions to define your own.
export * from './elements/index.ts';
// Rendering a document.
export { render, type RenderOptions } from './render/render.ts';
export type { LinkPlace } from './render/output/final-url.ts';
export type { Context } from './render/context.ts';
export { WithContext, type WithContextProps } from './render/walk/with-context.ts';
export { Forward, Only, type ForwardProps, type OnlyProps } from './render/walk/replace-document.ts';
export type { DialogState } from './flow/dialog-state.ts';
export type { PostBackOptions } from './flow/level-context.ts';
export type {
  Component,
  JsxElement,
  Key,
  NoClass,
  Node,
  Props,
  Rendered,
  Source,
  Text,
} from '../jsx-runtime/element.ts';
// What compilers import for a key after a spread, and `<Fragment key={…}>`.
export { createElement } from '../jsx-runtime/create-element.ts';
export { Fragment } from '../jsx-runtime/jsx-runtime.ts';
// Flows.
export { level } from './flow/level.ts';
export type { AnyLevel, Level, LevelComponent, LevelOptions, LevelProps } from './flow/level.ts';
export type { LinkArguments, LinkParamsOf, ParamsOf, ParamsSchema, ReadsText } from './flow/params.ts';
export { callback, type CallbackHandler } from './flow/callback.ts';
export { flow, type ChecksOff, type Flow, type FlowExample, type FlowOptions } from './flow/flow.ts';
export { session, type Session, type SessionOptions } from './flow/session.ts';
export type { CallSession } from './flow/call-session.ts';
export type { Phrases } from './flow/phrases.ts';
export { preview, type PreviewOptions } from './flow/preview.ts';
import './flow/context.ts';
// Dialogs.
export { Menu, type MenuProps } from './dialog/menu.ts';
export { Choice, Repeat, type ChoiceProps, type RepeatProps } from './dialog/choice.ts';
export type { Key as TelephoneKey } from './elements/telephone-key.ts';
export type { Words } from './dialog/words-of.ts';
export { Confirm, type ConfirmProps } from './dialog/confirm.ts';
export { Collect, type CollectProps, type TextReader } from './dialog/collect.ts';
export type { DigitCount } from './dialog/digit-count.ts';
export { Transfer, type TransferOutcomes, type TransferProps } from './dialog/transfer.ts';
export { Voicemail, type Message as VoiceMessage, type VoicemailProps } from './dialog/voicemail.ts';
export type { QuestionProps } from './dialog/question.ts';
export type { Escalation } from './dialog/prompt.ts';
export { expandChildren, type Expanded, type Found } from './dialog/expand.ts';
// Opening hours.
export { Hours, type HoursProps } from './dialog/hours.ts';
export { hours, type HoursOptions, type Weekday } from './dialog/opening-hours/hours.ts';
export type { Holiday } from './dialog/opening-hours/read-holidays.ts';
export { isOpen } from './dialog/opening-hours/is-open.ts';
export { nextOpening } from './dialog/opening-hours/next-opening.ts';
export type { OpeningHours, OpenRange } from './dialog/opening-hours/opening-hours.ts';
export type { Moment, Temporal } from './temporal.ts';
// Languages: sentences, and values that are spoken right in each.
export {
  catalogue,
  type AnyCatalogue,
  type Catalogue,
  type CatalogueFacts,
  type LanguageVoice,
} from './flow/catalogue.ts';
export type { AnyTexts, CheckedTexts, SentencesOf, SentenceText } from './flow/catalogue-types.ts';
export type { Sentence } from './flow/sentence.ts';
export type { Speaking } from './flow/speaking.ts';
export { Language, type LanguageProps } from './dialog/language.ts';
export { Say, type Prompt, type SayProps } from './dialog/say.ts';
export { Sms, type SmsProps } from './dialog/sms.ts';
export { SayAmount, type SayAmountProps } from './dialog/spoken/say-amount.ts';
export { SayDate, type MomentInZone, type SayDateProps } from './dialog/spoken/say-date.ts';
export { SayDigits, type SayDigitsProps } from './dialog/spoken/say-digits.ts';
export { SayNumber, type SayNumberProps } from './dialog/spoken/say-number.ts';
export { SayTime, type SayTimeProps } from './dialog/spoken/say-time.ts';
export type { DateFields, TimeFields } from './dialog/spoken/wall-clock.ts';
// Readers of what a caller pressed or said.
export { amount, type AmountOptions } from './dialog/read/amount.ts';
export { date, dayAndMonth, type DateOptions, type DateOrder } from './dialog/read/date.ts';
export { digits, pin, type DigitsOptions, type PinOptions } from './dialog/read/digits.ts';
export { phoneNumber, type E164, type PhoneNumberOptions } from './dialog/read/phone-number.ts';
export { time } from './dialog/read/time.ts';
export { yesNo, type YesNoOptions } from './dialog/read/yes-no.ts';
export type { Reader, ReaderProps, ReaderWithOptions } from './dialog/read/reader.ts';
// Reading a webhook.
export { readCall } from './webhook/read-call.ts';
export type * from './webhook/call.ts';
export type { FieldReader } from './webhook/events/field.ts';
export type { CallFieldValue, CallFieldValues } from './webhook/events/define-event.ts';
export type { Digit, Input } from './webhook/input.ts';
export type { CallParams, RawFields } from './webhook/raw.ts';
export type {
  CallEventName,
  CallStatus,
  ConferenceAction,
  DialAction,
  DialLeg,
  DialStatus,
  Direction,
  HangupSource,
  IfMachine,
  InputType,
  MpcEventName,
  MpcRecordingEventName,
} from './webhook/plivo-enums.ts';
// Verifying a signature.
export { verifyWebhook } from './webhook/verify-webhook.ts';
export type {
  FetchRequest,
  ServerRequest,
  VerifiedWebhook,
  VerifyWebhookOptions,
} from './webhook/verify-webhook.ts';
export { verifyRequest } from './webhook/signature/verify.ts';
export type { ReceivedRequest, RejectionReason, Verdict } from './webhook/signature/verify.ts';
export type { UnsignableReason } from './webhook/signature/unsignable.ts';
export { signRequest, type SignatureHeaders } from './webhook/signature/sign.ts';
export type { SignedParams, SignedRequest } from './webhook/signature/signed-text.ts';
// Placing a call.
export { placeCall, type PlaceCallOptions, type PlacedCall } from './rest/place-call.ts';
export { validateCall, type Credentials } from './rest/validate-call.ts';
export { previewCall, type CallPreview } from './rest/preview-call.ts';
export type { CallMethod, OutboundCall } from './rest/outbound-call.ts';
export type { OutboundField, OutboundFieldValue } from './rest/call-fields.ts';
// Errors.
export { PlivoJsxError, type ErrorCode, type Facts } from './errors.ts';
export { RenderError, type Frame, type Problem } from './render/explain/problem.ts';
