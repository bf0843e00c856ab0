/**
 * The call that a level reads: its types are derived from the fields of each event.
 * @module
 */
import type { commonFields } from './events/common-fields.ts';
import type { CallFieldValue, CallFieldValues } from './events/define-event.ts';
import type { digitsFields } from './events/digits-fields.ts';
import type * as events from './events/index.ts';
import type { Input } from './input.ts';
import type { RawFields } from './raw.ts';

type AnyEvent = (typeof events)[keyof typeof events];

/** The kind of a request, named by Plivo's attributes. */
export type CallKind = AnyEvent['kind'];

type FieldsOf<Kind extends CallKind> = Extract<AnyEvent, { readonly kind: Kind }>['fields'];

/** The fields that every request may have. Each is `undefined` if it was not sent, was empty or was sent more than once. */
type CommonFields = CallFieldValues<typeof commonFields> & {
  /** All fields as they were sent; one that was sent more than once is a list. The object has no prototype. */
  readonly raw: RawFields;
};

/** The same fields, of which some have a narrower type. */
type Narrowed<Fields, Narrow> = {
  readonly [Name in keyof Fields]: Name extends keyof Narrow ? Narrow[Name] : CallFieldValue<Fields[Name]>;
};

/** Fields with keys are of two types, so that a check of `input` narrows `digits`. */
type OwnFields<Fields> = 'input' extends keyof Fields
  ? | Narrowed<Fields, { input: 'given'; digits: string }>
    | Narrowed<Fields, { input: Exclude<Input, 'given'>; digits: undefined; digit: undefined }>
  : CallFieldValues<Fields> & Narrowed<Pick<typeof digitsFields, 'input'>, { input: 'none' }>;

type NameInAnyEvent = { [Kind in CallKind]: keyof FieldsOf<Kind> }[CallKind];
type NameInOtherEvents<Kind extends CallKind> = Exclude<NameInAnyEvent, keyof FieldsOf<Kind> | 'input'>;

/** A request of one kind. The fields of other kinds can be read, and are `undefined`. */
export type CallOf<Kind extends CallKind> = CommonFields & {
  /** The kind of the request, named by Plivo's attributes, such as `getdigits-action`. */
  readonly kind: Kind;
} & OwnFields<FieldsOf<Kind>> & { readonly [Name in NameInOtherEvents<Kind>]?: undefined };

/**
 * What Plivo reports with one request. Every field of every kind can be read without a check of the kind; a check of
 * `call.kind` tells which fields the request may have. The fields are getters on the prototype: read those that you
 * need, since `{ ...call }` copies only `kind` and `raw`.
 *
 * @example
 * ```ts
 * import type { Call } from 'plivo-jsx';
 *
 * function next(call: Call): string {
 *   if (call.kind === 'dial-action') return call.dialStatus === 'busy' ? 'try later' : 'goodbye';
 *   return call.input === 'given' ? `option ${call.digits}` : 'again';
 * }
 * ```
 */
export type Call = { [Kind in CallKind]: CallOf<Kind> }[CallKind];
