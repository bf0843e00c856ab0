/**
 * A call to place, in Plivo's words with camelCase names.
 * @module
 */

/** `GET` or `POST`; Plivo's default is `POST`. */
export type CallMethod = 'GET' | 'POST';

/**
 * A call to place: the fields of Plivo's `POST Call/`.
 *
 * Source: https://www.plivo.com/docs/voice/api/call
 */
export interface OutboundCall {
  /** Whom to call: one number in E.164 form, such as `+15551234567`. */
  readonly to: string;
  /** The number that the call comes from, in E.164 form; one that the account may present. */
  readonly from: string;
  /** Where Plivo asks for the first document when the call is answered. */
  readonly answerUrl: string;
  /** Default: `POST`. */
  readonly answerMethod?: CallMethod | undefined;
  /** Told when the telephone rings. Default: nobody is told. */
  readonly ringUrl?: string | undefined;
  /** Default: `POST`. */
  readonly ringMethod?: CallMethod | undefined;
  /** Told when the call has ended. Default: Plivo tells the answer URL. */
  readonly hangupUrl?: string | undefined;
  /** Default: `POST`. */
  readonly hangupMethod?: CallMethod | undefined;
  /** Asked when the answer URL fails. Default: none. */
  readonly fallbackUrl?: string | undefined;
  /** Default: `POST`. */
  readonly fallbackMethod?: CallMethod | undefined;
  /** The name shown to the callee, at most 50 characters. */
  readonly callerName?: string | undefined;
  /** Keys pressed when the call is answered; `w` waits half a second, `W` a whole one. */
  readonly sendDigits?: string | undefined;
  /** Press them before the answer. Default: false. */
  readonly sendOnPreanswer?: boolean | undefined;
  /** Longest duration of the call in seconds, 1 or more. Default: 14400, Plivo's. */
  readonly timeLimit?: number | undefined;
  /** Seconds to ring, 1 or more. Default: 120, Plivo's. */
  readonly ringTimeout?: number | undefined;
  /** Hang up after so many seconds of ringing, 0 or more; 0 on the first ring. Default: Plivo does not. */
  readonly hangupOnRing?: number | undefined;
  /** Finds out whether a machine answers: `true` tells and goes on, `hangup` ends the call. Default: not looked for. */
  readonly machineDetection?: 'true' | 'hangup' | undefined;
  /** Milliseconds to find out, 2000 to 10000. Default: 5000. */
  readonly machineDetectionTime?: number | undefined;
  /** Told what was found while the call goes on. Default: the call waits for it. */
  readonly machineDetectionUrl?: string | undefined;
  /** Default: `POST`. */
  readonly machineDetectionMethod?: CallMethod | undefined;
  /** Longest speech of a human, in milliseconds from 1000 to 6000. Default: 5000. */
  readonly machineDetectionMaximumSpeechLength?: number | undefined;
  /** Longest silence before a human speaks, in milliseconds from 2000 to 10000. Default: 4500. */
  readonly machineDetectionInitialSilence?: number | undefined;
  /** Most words of a human, from 2 to 10. Default: 3. */
  readonly machineDetectionMaximumWords?: number | undefined;
  /** Longest greeting of a human, in milliseconds from 1000 to 5000. Default: 1500. */
  readonly machineDetectionInitialGreeting?: number | undefined;
  /** Such as `Tier=gold,Lang=en`; they arrive as `X-PH-Tier` and `X-PH-Lang`. */
  readonly sipHeaders?: string | undefined;
  /** The UUID of the call that this one belongs to. */
  readonly parentCallUuid?: string | undefined;
  /** Whether Plivo refuses when there is no such parent. Default: false. */
  readonly errorIfParentNotFound?: boolean | undefined;
}
