/**
 * Where a call stands: what it waits for, and until when.
 * @module
 */
import type { HangupSource, InputType } from '../../call/words.ts';

/** The end of a call. */
export interface Ended {
  readonly state: 'ended';
  /** Call time, in seconds. */
  readonly at: number;
  /** Plivo's code, such as 4000. */
  readonly code: number;
  /** Plivo's name of the code, such as `Normal Hangup`. */
  readonly name: string;
  readonly source: HangupSource;
  /** What was wrong and what to do, if Plivo reports an error. */
  readonly says?: string;
  readonly fix?: string;
}

/** The caller is asked for keys or speech. */
export interface Asking {
  readonly state: 'asking';
  readonly element: 'GetDigits' | 'GetInput';
  readonly takes: readonly InputType[];
  /** The keys that are valid. */
  readonly keys: string;
  readonly numDigits: number;
  /** Empty when no key ends the input. */
  readonly finishOnKey: string;
  /** What was pressed so far. */
  readonly typed: string;
  /** From 1. */
  readonly attempt: number;
  readonly attempts: number;
  /** The language of speech. */
  readonly language?: string;
  /** The call time at which silence counts as no input, or ends the input. */
  readonly until: number;
}

/** One of those whom Dial calls. */
export interface Leg {
  readonly kind: 'Number' | 'User';
  /** The number or SIP URI, as written. */
  readonly to: string;
  /** The keys that are sent to it, once it has answered or, with `sendOnPreanswer`, while it rings. */
  readonly sendDigits?: string;
  readonly sendOnPreanswer?: true;
}

/** Legs ring; `dialOutcome` says what becomes of them. */
export interface Dialing {
  readonly state: 'dialing';
  readonly legs: readonly Leg[];
  /** The key that the B leg must press before it is joined, if any. */
  readonly confirmKey?: string;
  readonly hangupOnStar: boolean;
  /** The call time at which Dial gives up. */
  readonly until: number;
}

/** The caller and a B leg are joined. */
export interface Talking {
  readonly state: 'talking';
  readonly leg: Leg;
  readonly hangupOnStar: boolean;
  /** The call time at which `timeLimit` drops the B leg. */
  readonly until: number;
}

/** The caller is being recorded. */
export interface Recording {
  readonly state: 'recording';
  /** The keys that end it. */
  readonly finishOnKey: string;
  /** The call time at which silence or `maxLength` ends it. */
  readonly until: number;
}

/** The caller is in a conference room, or waits for it to start. */
export interface InConference {
  readonly state: 'conference';
  readonly room: string;
  readonly started: boolean;
  /** The others. */
  readonly members: readonly string[];
  readonly until: number;
}

/** The caller is in a multiparty call, or waits for it to start. */
export interface InMultiPartyCall {
  readonly state: 'multiPartyCall';
  readonly name: string;
  readonly role: string;
  readonly started: boolean;
  /** The others. */
  readonly members: readonly string[];
  readonly until: number;
}

/** `<Wait>` listens for silence or a beep. */
export interface Listening {
  readonly state: 'listening';
  readonly for: 'silence' | 'beep';
  readonly until: number;
}

/** An audio stream keeps the call alive. */
export interface Streaming {
  readonly state: 'streaming';
  readonly url: string;
  readonly until: number;
}

/** A prompt with `loop="0"` repeats for ever; only the caller or a scheduled hang-up ends it. */
export interface Endless {
  readonly state: 'endless';
  readonly element: 'Speak' | 'Play';
  readonly until: number;
}

/** Time passes by itself: a prompt, a pause or tones. Only after `wait(seconds)`, or with the pace `step`. */
export interface Busy {
  readonly state: 'busy';
  readonly element: string;
  /** The call time at which it is over. */
  readonly until: number;
}

/** Where a call stands. */
export type Standing =
  | Asking
  | Dialing
  | Talking
  | Recording
  | InConference
  | InMultiPartyCall
  | Listening
  | Streaming
  | Endless
  | Busy
  | Ended;
