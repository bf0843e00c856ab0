/**
 * The options of the commands of a call.
 * @module
 */
import type { DialLeg, DialStatus } from '../../webhook/plivo-enums.ts';

/** Options of {@link PhoneCall.press}. */
export interface PressDetails {
  /** True when more keys will follow: no time passes after these. Default: false, the timeout that ends the input passes. */
  readonly more?: boolean | undefined;
  /** Who presses: `BLeg` while two people talk, and for `confirmKey`. Default: `ALeg`, the caller. */
  readonly by?: DialLeg | undefined;
}

/** Options of {@link PhoneCall.pressEarly}. */
export interface PressEarlyDetails {
  /** Seconds after the beginning of the prompts. Default: 0. */
  readonly after?: number | undefined;
}

/** Options of {@link PhoneCall.say}. */
export interface SayDetails {
  /** Plivo's `SpeechConfidenceScore`, 0 to 1. Default: 0.9. */
  readonly confidence?: number | undefined;
  /** How long it takes to say, in seconds. Default: by the length of the text. */
  readonly seconds?: number | undefined;
}

/** One of Plivo's `DialStatus`, or `answer`: then the B leg presses `confirmKey` if there is one, and the two talk until another command. */
export type DialOutcome = DialStatus | 'answer';

/** Options of {@link PhoneCall.dialOutcome}. */
export interface DialDetails {
  /** The leg that answers or refuses: its position from 0, or its number as written. Default: the first one answers, all refuse. */
  readonly leg?: number | string | undefined;
  /** How long it rings, in seconds. Default: `ringSeconds` of {@link Assumptions}. */
  readonly rings?: number | undefined;
  /** How long the two talk, in seconds. Default: `talkSeconds` of {@link Assumptions}. */
  readonly seconds?: number | undefined;
  /** The key that the B leg presses for `confirmKey`; empty for none. Default: the right one; of `answer`, what `press` says. */
  readonly confirmKey?: string | undefined;
  /** Keys that are pressed while the two talk, in order; for `digitsMatch` and `hangupOnStar`. */
  readonly keys?: readonly { readonly by: DialLeg; readonly keys: string }[] | undefined;
  /** Who hangs up. Default: `BLeg`. */
  readonly hungUpBy?: DialLeg | undefined;
  /** Plivo's hangup cause of the B leg, such as 4240. Default: by the outcome. */
  readonly code?: number | undefined;
}

/** Options of {@link PhoneCall.record}. */
export interface RecordDetails {
  /** What ends it: `silence`, `hangup`, or a key. Default: `silence`. */
  readonly endedBy?: 'silence' | 'hangup' | (string & {}) | undefined;
}

/** Options of {@link PhoneCall.memberJoins}. */
export interface MemberOptions {
  /** Their `startConferenceOnEnter` or `startMpcOnEnter`. Default: true. */
  readonly starts?: boolean | undefined;
  /** Their `endConferenceOnExit` or `endMpcOnExit`. Default: false. */
  readonly ends?: boolean | undefined;
  /** Their role in a multiparty call. Default: `Agent`. */
  readonly role?: string | undefined;
}
