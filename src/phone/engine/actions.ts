/**
 * What somebody outside can do in a state of a call: the caller, a called party, a member of a room, a stream.
 * @module
 */
import type { DialLeg } from '../../webhook/plivo-enums.ts';
import type { Leg } from './call-state.ts';
import type { DialOutcome } from './command-options.ts';

/** The fields of each action beside `type` and `ignored`. Each is named like the command of {@link PhoneCall} that does it. */
export interface ActionFields {
  /** Somebody presses keys. */
  press: {
    /** Who presses. */
    readonly by: DialLeg;
    /** The keys that are valid, each a part of one input. */
    readonly validKeys: string;
    /** The keys that are heard and make the input invalid. */
    readonly invalidKeys: string;
    /** The keys that end what goes on, each of them alone: the input, the recording, the conversation. */
    readonly endKeys: string;
    /** The most keys that the input still takes, without an end key. */
    readonly maxKeys: number;
    /** The sequences of keys that the app is told of, from `digitsMatch`. */
    readonly sequences: readonly string[];
  };
  /** The caller says something. */
  say: {
    /** The language that is expected, if one is. */
    readonly language?: string;
    /** The words that are expected, from `hints`. */
    readonly hints: readonly string[];
  };
  /** The caller stays silent: as long as the state lasts, or for some seconds of it, as in `wait(2)`. */
  wait: {
    /** The call time at which the state is over by itself, in seconds. */
    readonly until: number;
  };
  /** The caller hangs up, in the middle of a prompt too. */
  hangUp: {};
  /** The legs of a `<Dial>` answer or refuse, or the B leg hangs up. */
  dialOutcome: {
    /** The outcomes that differ in this state. */
    readonly outcomes: readonly DialOutcome[];
    /** The legs that ring or talk; an outcome may name one of them. */
    readonly legs: readonly Leg[];
    /** The key that the B leg must press before it is joined, if any. */
    readonly confirmKey?: string;
  };
  /** The caller speaks to a `<Record>`. */
  record: {
    /** What can end the recording: `silence`, `hangup` or one of these keys. */
    readonly endedBy: readonly string[];
    /** The call time at which `maxLength` ends it, in seconds. */
    readonly limit: number;
  };
  /** The line beeps. */
  beep: {};
  /** Somebody enters the room. */
  memberJoins: {
    /** The names that are taken. */
    readonly members: readonly string[];
  };
  /** Somebody leaves the room; `caller` is the caller, removed by Plivo's API. */
  memberLeaves: { readonly members: readonly string[] };
  /** Another member presses keys. */
  memberPresses: { readonly members: readonly string[] };
  /** Something happens to the WebSocket of a `<Stream>`. */
  stream: { readonly events: readonly ('stops' | 'drops' | 'degrades')[] };
}

/** The name of an action, and of the command that does it. */
export type ActionName = keyof ActionFields;

/** One action by its name. `ignored`: the call accepts it, and nothing comes of it, since nothing listens. */
export type ActionOf<Name extends ActionName> = {
  readonly type: Name;
  readonly ignored: boolean;
} & ActionFields[Name];

/** Something that can be done in a state of a call. */
export type PossibleAction = { [Name in ActionName]: ActionOf<Name> }[ActionName];
