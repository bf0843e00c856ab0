/**
 * A call to place: the fields of Plivo's API with camelCase names. The type is derived from the table.
 * @module
 */
import {
  boolean,
  destinations,
  integer,
  keys,
  oneOf,
  phoneNumber,
  text,
  url,
  type OutboundFieldValue,
} from './call-fields.ts';

/** `GET` or `POST`; Plivo's default is `POST`. */
export type CallMethod = 'GET' | 'POST';

const method = oneOf<CallMethod>('POST', 'GET');

const requiredFields = {
  /**
   * Whom to call: a number with its country code, such as `+15551234567` or `15551234567`, or a SIP address, such as
   * `sip:ann@phone.plivo.com`, of at most 255 visible ASCII characters after `sip:`. Up to 1000 of them are separated by `<`. Never take the whole text from a user.
   */
  to: destinations,
  /** The number that the call comes from, with its country code; the account must be allowed to use it. */
  from: phoneNumber,
  /** The URL of the first document; Plivo requests it when the call is answered. */
  answerUrl: url,
};

const optionalFields = {
  /** The method for `answerUrl`. Default: `POST`. */
  answerMethod: method,
  /** Plivo sends a notice to it when the telephone rings. Default: no notice. */
  ringUrl: url,
  /** The method for `ringUrl`. Default: `POST`. */
  ringMethod: method,
  /** Plivo sends a notice to it when the call has ended. Default: the notice is sent to `answerUrl`. */
  hangupUrl: url,
  /** The method for `hangupUrl`. Default: `POST`. */
  hangupMethod: method,
  /** Plivo requests a document from it when `answerUrl` fails. Default: none. */
  fallbackUrl: url,
  /** The method for `fallbackUrl`. Default: `POST`. */
  fallbackMethod: method,
  /** The name that is shown to the person who is called, 1 to 50 characters. Default: none. */
  callerName: text('1 to 50 characters', 50),
  /** Keys to press when the call is answered; `w` waits 0.5 seconds, `W` 1 second. Default: none. */
  sendDigits: keys,
  /** Whether the keys are pressed before the call is answered. Default: false. */
  sendOnPreanswer: boolean,
  /** The longest duration of the call in seconds, 1 or more. Default: 14400, Plivo's. */
  timeLimit: integer('seconds', 1),
  /** Seconds to ring, 1 or more. Default: 120, Plivo's. */
  ringTimeout: integer('seconds', 1),
  /** Hangs up after this many seconds of ringing, 0 or more; 0 hangs up at the first ring. Default: not used. */
  hangupOnRing: integer('seconds', 0),
  /** Detects whether a machine answers: `true` reports it and continues, `hangup` ends the call. Default: no detection. */
  machineDetection: oneOf('true', 'hangup'),
  /** Milliseconds for the detection, 2000 to 10000. Default: 5000. */
  machineDetectionTime: integer('milliseconds', 2000, 10_000),
  /** Plivo sends the result to it while the call continues. Default: the call waits for the result. */
  machineDetectionUrl: url,
  /** The method for `machineDetectionUrl`. Default: `POST`. */
  machineDetectionMethod: method,
  /** The longest speech of a human, in milliseconds from 1000 to 6000. Default: 5000. */
  machineDetectionMaximumSpeechLength: integer('milliseconds', 1000, 6000),
  /** The longest silence before a human speaks, in milliseconds from 2000 to 10000. Default: 4500. */
  machineDetectionInitialSilence: integer('milliseconds', 2000, 10_000),
  /** The most words of a human, from 2 to 10. Default: 3. */
  machineDetectionMaximumWords: integer('words', 2, 10),
  /** The longest greeting of a human, in milliseconds from 1000 to 5000. Default: 1500. */
  machineDetectionInitialGreeting: integer('milliseconds', 1000, 5000),
  /** SIP headers such as `Tier=gold,Lang=en`; they arrive as `X-PH-Tier` and `X-PH-Lang`. Default: none. */
  sipHeaders: text('pairs such as Tier=gold,Lang=en'),
  /** The UUID of the call that this call belongs to. Default: none. */
  parentCallUuid: text('the UUID of a call'),
  /** Whether Plivo rejects the call when no call has the `parentCallUuid`. Default: false. */
  errorIfParentNotFound: boolean,
};

type Required<Fields> = { readonly [Name in keyof Fields]: OutboundFieldValue<Fields[Name]> };
type Optional<Fields> = { readonly [Name in keyof Fields]?: OutboundFieldValue<Fields[Name]> | undefined };

/**
 * A call to place: the fields of Plivo's `POST Call/`.
 *
 * Source: https://www.plivo.com/docs/voice/api/call
 */
export interface OutboundCall extends Required<typeof requiredFields>, Optional<typeof optionalFields> {}

/** All fields, in the order in which they are checked and sent. */
export const callFields: typeof requiredFields & typeof optionalFields = {
  ...requiredFields,
  ...optionalFields,
};

/** The name of a field in Plivo's API: `ringTimeout` is `ring_timeout`. */
export const plivoName = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
