/**
 * What can be told with the verbs of a call.
 * @module
 */
import type { DialLeg, DialStatus } from '../../call/words.ts';

/** With {@link PhoneCall.press}. */
export interface PressDetails {
  /** `true`: more keys will follow, so the call stands still in the middle of the input. Default: false, the time that ends the input passes. */
  readonly more?: boolean | undefined;
  /** Who presses, while two people talk. Default: `ALeg`, the caller. */
  readonly by?: DialLeg | undefined;
}

/** With {@link PhoneCall.early}. */
export interface EarlyDetails {
  /** Seconds after the beginning of the prompts. Default: 0. */
  readonly after?: number | undefined;
}

/** With {@link PhoneCall.say}. */
export interface SayDetails {
  /** Plivo's `SpeechConfidenceScore`, 0 to 1. Default: 0.9. */
  readonly confidence?: number | undefined;
  /** How long it takes. Default: by the length of the text and the language. */
  readonly seconds?: number | undefined;
}

/** What becomes of the legs; `answer` leaves the two talking, until another verb ends it. */
export type DialOutcome = DialStatus | 'answer';

/** With {@link PhoneCall.dialOutcome}. */
export interface DialDetails {
  /** Which of the legs that ring answers or refuses: its position from 0, or its number as written. Default: the first answers, all refuse. */
  readonly leg?: number | string | undefined;
  /** How long it rings, in seconds. Default: `ringSeconds` of {@link Assumptions}. */
  readonly rings?: number | undefined;
  /** How long the two talk, in seconds. Default: `talkSeconds` of {@link Assumptions}. */
  readonly seconds?: number | undefined;
  /** The key that the B leg presses when `confirmKey` asks for one; an empty text is none. Default: the right one. */
  readonly confirmKey?: string | undefined;
  /** Keys that are pressed while the two talk, after each other; for `digitsMatch` and `hangupOnStar`. */
  readonly keys?: readonly { readonly by: DialLeg; readonly keys: string }[] | undefined;
  /** Who hangs up. Default: `BLeg`. */
  readonly hungUpBy?: DialLeg | undefined;
  /** Plivo's hangup cause of the B leg, such as 4240. Default: by the outcome. */
  readonly code?: number | undefined;
}

/** With {@link PhoneCall.record}. */
export interface RecordDetails {
  /** What ends it: `silence`, `hangup`, or a key. Default: `silence`. */
  readonly endedBy?: 'silence' | 'hangup' | (string & {}) | undefined;
}

/** With {@link PhoneCall.memberJoins}. */
export interface MemberOptions {
  /** Their `startConferenceOnEnter` or `startMpcOnEnter`. Default: true. */
  readonly starts?: boolean | undefined;
  /** Their `endConferenceOnExit` or `endMpcOnExit`. Default: false. */
  readonly ends?: boolean | undefined;
  /** Their role in a multiparty call. Default: `Agent`. */
  readonly role?: string | undefined;
}
