/**
 * The events of a call. `plivo-jsx phone --json` prints these objects, one a line.
 * @module
 */
import type {
  ConferenceAction,
  DialLeg,
  DialStatus,
  InputType,
  MpcEventName,
} from '../../webhook/plivo-enums.ts';
import type { Method } from '../../elements/url.ts';
import type { Failure } from '../../failures.ts';
import type { RequestKind } from '../http/request-kind.ts';

/** The call time of an event, in seconds since the call arrived or was placed. */
export interface At {
  readonly at: number;
}

/** An element that the caller hears or waits through. */
export type PromptName = 'Speak' | 'Play' | 'Wait';

/** The fields of each kind of event beside `at` and `event`. */
export interface EventFields {
  /** An outbound call rings at the other side. */
  ring: {};
  /** The call is answered: from here on it is billed. */
  answer: {};
  /** A document that is about to be executed. */
  document: { readonly url: string; readonly xml: string };
  /** A text is spoken, with SSML as plain words; `voice` and `language` are as written, or Plivo's defaults. */
  speak: { readonly text: string; readonly language: string; readonly voice: string };
  /** An audio file is played. */
  play: { readonly url: string };
  /** Keys or speech interrupt a prompt, `heard` seconds after its beginning. */
  interrupt: { readonly element: PromptName; readonly heard: number };
  /** A beep: from `playBeep`, or when somebody enters (`beep:1`) or leaves (`beep:2`) a room. */
  beep: { readonly of: string };
  /** A pause of `<Wait>`, and how many seconds it lasts at most. */
  pause: { readonly seconds: number };
  /** The prompts are over, and the caller has `timeout` seconds. `keys` are the valid ones. */
  ask: {
    readonly element: 'GetDigits' | 'GetInput';
    readonly inputTypes: readonly InputType[];
    readonly keys: string;
    readonly numDigits: number;
    readonly finishOnKey: string;
    readonly timeout: number;
    readonly attempt: number;
    readonly attempts: number;
  };
  /** Somebody pressed keys; `dropped` are those that nothing listened to, `during` is the prompt that they did not interrupt. */
  press: {
    readonly keys: string;
    readonly by: DialLeg | string;
    readonly dropped?: string;
    readonly during?: PromptName;
  };
  /** The caller said something. */
  say: { readonly text: string };
  /** The outcome of an ask; `sent` is true when `action` is requested. */
  input: {
    readonly element: 'GetDigits' | 'GetInput';
    readonly outcome: 'given' | 'none' | 'invalid';
    readonly digits?: string;
    readonly speech?: string;
    readonly sent: boolean;
  };
  /** A request and its reply; a retry is an event of its own. */
  request: {
    readonly kind: RequestKind;
    readonly method: Method;
    /** As Plivo would request it, without its fragment. */
    readonly url: string;
    readonly params: { readonly [name: string]: string };
    readonly signed: boolean;
    /** From 1. */
    readonly attempt: number;
    /** The duration in milliseconds of real time. */
    readonly ms: number;
    /** Missing when there was no reply. */
    readonly status?: number;
    readonly contentType?: string;
    readonly body?: string;
    /** Why there was no reply. */
    readonly failure?: string;
  };
  /** Dial calls its legs. */
  dial: { readonly legs: readonly string[]; readonly timeout: number };
  /** Something happens to one leg. */
  leg: {
    readonly leg: string;
    readonly status: 'answered' | 'confirmed' | 'connected' | 'hung up' | 'refused' | 'lost race';
    readonly code?: number;
    readonly name?: string;
  };
  /** A leg hears a part of `confirmSound`: a text, or the file at `url`. The caller does not hear it. */
  whisper: {
    readonly leg: string;
    readonly text?: string;
    readonly language?: string;
    readonly voice?: string;
    readonly url?: string;
  };
  /** The dial is over. */
  dialed: {
    readonly status: DialStatus;
    readonly code: number;
    readonly name: string;
    readonly seconds: number;
  };
  /** A recording starts; `background` ones run while the next elements do. */
  record: { readonly background: boolean; readonly maxLength: number };
  /** A recording is over. `digits` is the key that ended it, else empty. */
  recorded: {
    readonly seconds: number;
    readonly url: string;
    readonly digits: string;
    readonly endedBy: 'silence' | 'maxLength' | 'key' | 'hangup';
  };
  /** Something happens in a conference room; `start` when it begins for this member. */
  conference: {
    readonly room: string;
    readonly action: ConferenceAction | 'start' | 'wait' | 'refused' | 'end';
    readonly member: string;
  };
  /** Something happens in a multiparty call. */
  multiPartyCall: {
    readonly name: string;
    readonly action: MpcEventName | 'wait' | 'refused';
    readonly member: string;
  };
  /** An SMS is sent. */
  message: { readonly src: string; readonly dst: string; readonly text: string };
  /** Tones are sent to the other side, or to a leg by its `sendDigits`; `w` and `W` are pauses. */
  dtmf: { readonly digits: string; readonly leg?: string };
  /** Something happens to an audio stream. */
  stream: {
    readonly url: string;
    readonly action: 'StartStream' | 'StopStream' | 'DroppedStream' | 'DegradedStream';
  };
  /** `<Redirect>` requests the next document. */
  redirect: { readonly url: string };
  /** Plivo's API transfers the call to another document. */
  transfer: { readonly url: string };
  /** `<Hangup schedule>` will end the call after so many seconds. */
  schedule: { readonly seconds: number };
  /** Plivo accepts something that the author should fix. */
  warning: {
    readonly message: string;
    readonly fix: string;
    readonly line?: number;
    readonly column?: number;
  };
  /** Plivo ends the call because of an error of the app: Plivo's code and name, the reason, and what to do. */
  error: {
    readonly code: number;
    readonly name: string;
    readonly message: string;
    readonly fix: string;
    readonly url?: string;
    readonly line?: number;
    readonly column?: number;
  };
  /** The app failed, and says so beside its reply, which Plivo takes for a good one. */
  failure: {
    /** What Plivo got instead of a document. */
    readonly answer: Failure['answer'];
    /** What failed, with the places in the source; empty when the app does not say. */
    readonly message: string;
    /** The path that was requested. */
    readonly path: string;
    /** What was thrown, when the app runs in the same process. */
    readonly error?: unknown;
  };
  /** The caller hangs up; `during` is the prompt that was not over. */
  hangup: { readonly during?: PromptName };
  /** The last event. */
  ended: { readonly code: number; readonly name: string };
}

export type EventName = keyof EventFields;

/** One event of one kind. */
export type EventOf<Name extends EventName> = At & { readonly event: Name } & EventFields[Name];

/** Any event. */
export type PhoneEvent = { [Name in EventName]: EventOf<Name> }[EventName];
