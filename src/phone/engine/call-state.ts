/**
 * The state of a call: what it waits for, and until when. Call times are in seconds.
 * @module
 */
import type { HangupSource, InputType } from '../../webhook/plivo-enums.ts';

/** The end of a call. */
export interface Ended {
  readonly type: 'ended';
  /** Call time, in seconds. */
  readonly at: number;
  /** Plivo's hangup cause code, such as 4000. */
  readonly code: number;
  /** Plivo's name of the code, such as `Normal Hangup`. */
  readonly name: string;
  readonly source: HangupSource;
  /** What was wrong, if Plivo reports an error. */
  readonly message?: string;
  /** What to do about it, if Plivo reports an error. */
  readonly fix?: string;
}

/** What `<GetDigits>` or `<GetInput>` accepts. */
export interface InputRules {
  readonly inputTypes: readonly InputType[];
  /** The valid keys. */
  readonly keys: string;
  /** The number of keys after which the input is complete. */
  readonly numDigits: number;
  /** The keys that end the input, each of them alone; empty when none does. */
  readonly finishOnKey: string;
  /** The language of speech, if speech is accepted. */
  readonly language?: string;
  /** The words that the app expects, from `hints`; missing when it has none. */
  readonly hints?: readonly string[];
}

/** The app waits for keys or speech. */
export interface Asking extends InputRules {
  readonly type: 'asking';
  readonly element: 'GetDigits' | 'GetInput';
  /** The keys that were pressed so far. */
  readonly typed: string;
  /** From 1. */
  readonly attempt: number;
  readonly attempts: number;
  /** The call time at which silence counts as no input, or ends the input. */
  readonly until: number;
}

/** A party that `<Dial>` calls. */
export interface Leg {
  readonly kind: 'Number' | 'User';
  /** The number or SIP URI, as written. */
  readonly to: string;
  /** The keys that are sent to it when it has answered or, with `sendOnPreanswer`, while it rings. */
  readonly sendDigits?: string;
  readonly sendOnPreanswer?: true;
}

/** `<Dial>` rings its legs; `dialOutcome` decides what becomes of them. */
export interface Dialing {
  readonly type: 'dialing';
  /** The legs that still ring. */
  readonly legs: readonly Leg[];
  /** The key that the B leg must press before it is joined, if any. */
  readonly confirmKey?: string;
  readonly hangupOnStar: boolean;
  /** The call time at which Dial gives up. */
  readonly until: number;
}

/** A B leg has answered, hears `confirmSound` and must press `confirmKey`; the caller still waits. */
export interface Confirming {
  readonly type: 'confirming';
  readonly leg: Leg;
  readonly confirmKey: string;
  /** The call time at which the sound ends or, after it, at which `confirmTimeout` drops the B leg. */
  readonly until: number;
}

/** The caller and a B leg talk. */
export interface Talking {
  readonly type: 'talking';
  readonly leg: Leg;
  /** True when the caller's `*` drops the B leg. */
  readonly hangupOnStar: boolean;
  /** The sequences of keys of each party that `callbackUrl` is told of. */
  readonly digitsMatch: { readonly ALeg: readonly string[]; readonly BLeg: readonly string[] };
  /** The call time at which `timeLimit` drops the B leg. */
  readonly until: number;
}

/** `<Record>` records the caller. */
export interface Recording {
  readonly type: 'recording';
  /** The keys that end it, each of them alone. */
  readonly finishOnKey: string;
  /** True while the caller speaks, from `record` or `say`; only keys are heard then. */
  readonly isSpeaking: boolean;
  /** The call time at which `maxLength` ends it. */
  readonly limit: number;
  /** The call time at which silence or `maxLength` ends it. */
  readonly until: number;
}

/** The caller is in a conference room, or waits for it to start. */
export interface InConference {
  readonly type: 'conference';
  readonly room: string;
  readonly started: boolean;
  /** The other members. */
  readonly members: readonly string[];
  /** True when the caller leaves with `*`. */
  readonly hangupOnStar: boolean;
  /** The sequences of keys that `callbackUrl` is told of. */
  readonly digitsMatch: readonly string[];
  readonly until: number;
}

/** The caller is in a multiparty call, or waits for it to start. */
export interface InMultiPartyCall {
  readonly type: 'multiPartyCall';
  readonly name: string;
  readonly role: string;
  readonly started: boolean;
  /** The other members. */
  readonly members: readonly string[];
  readonly until: number;
}

/** `<Wait>` listens for silence or a beep. */
export interface Listening {
  readonly type: 'listening';
  readonly for: 'silence' | 'beep';
  readonly until: number;
}

/** An audio stream keeps the call alive. */
export interface Streaming {
  readonly type: 'streaming';
  readonly url: string;
  readonly until: number;
}

/** A prompt with `loop="0"` repeats without end. */
export interface Endless {
  readonly type: 'endless';
  readonly element: 'Speak' | 'Play';
  /** The input that interrupts the prompt; missing when none does. */
  readonly interruptedBy?: InputRules;
  readonly until: number;
}

/** A prompt, a pause, tones or a request: it ends by itself. Seen after `wait(seconds)` and with the pace `step`. */
export interface Busy {
  readonly type: 'busy';
  readonly element: string;
  /** The input that interrupts a prompt; missing when none does. */
  readonly interruptedBy?: InputRules;
  /** The call time at which it is over. */
  readonly until: number;
}

/** The state of a call, told apart by `type`. */
export type CallState =
  | Asking
  | Dialing
  | Confirming
  | Talking
  | Recording
  | InConference
  | InMultiPartyCall
  | Listening
  | Streaming
  | Endless
  | Busy
  | Ended;
