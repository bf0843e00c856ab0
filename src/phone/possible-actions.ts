/**
 * What somebody outside can do in a state of a call: the caller, a called party, a member of a room, a stream.
 * @module
 */
import { dialStatuses, type DialLeg } from '../webhook/plivo-enums.ts';
import type { CallState, InputRules, Leg } from './engine/call-state.ts';
import type { DialOutcome } from './engine/command-options.ts';

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
  /** The caller stays silent. */
  wait: {
    /** The call time at which the state is over by itself, in seconds. */
    readonly until: number;
  };
  /** The caller hangs up. */
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

const action = <Name extends ActionName>(type: Name, fields: ActionFields[Name], ignored = false) =>
  ({ type, ignored, ...fields }) as PossibleAction;

const phoneKeys = '1234567890*#';

const press = (fields: Partial<ActionFields['press']>, ignored = false): PossibleAction =>
  action(
    'press',
    { by: 'ALeg', validKeys: '', invalidKeys: '', endKeys: '', maxKeys: 0, sequences: [], ...fields },
    ignored,
  );

/**
 * Lists what can be done in a state of a call, most specific first. Every action in the list is accepted by the command
 * of the same name, and the call rejects the other commands with `E_PHONE_VERB`. Two commands are never listed:
 * `transfer`, which fits every state, and `early`, which is about prompts to come.
 *
 * @param state the state of a call, or a copy of it
 * @returns an empty list when the call has ended
 * @example
 * ```ts
 * import { possibleActions, startCall } from 'plivo-jsx/phone';
 *
 * const call = await startCall('http://localhost:5000/ivr');
 * for (const action of possibleActions(call.state)) {
 *   if (action.type === 'press' && !action.ignored) console.log(`The caller may press ${action.validKeys}.`);
 * }
 * ```
 */
export function possibleActions(state: CallState): readonly PossibleAction[] {
  if (state.type === 'ended') return [];
  const heard = actionsIn(state);
  const isMissing = (name: ActionName) => heard.every(({ type }) => type !== name);
  return [
    ...heard,
    ...(isMissing('press') ? [press({}, true)] : []),
    ...(isMissing('say') ? [action('say', { hints: [] }, true)] : []),
    ...(isMissing('beep') ? [action('beep', {}, true)] : []),
    action('wait', { until: state.until }),
    action('hangUp', {}),
  ];
}

/** What tells two commands of the same name apart. */
interface Details {
  readonly type?: string;
  /** Who presses. */
  readonly by?: DialLeg;
  readonly outcome?: DialOutcome;
}

/** Whether the state of a call allows a command. */
export const isPossible = (state: CallState, type: ActionName, { by, outcome }: Details = {}): boolean =>
  possibleActions(state).some(
    (each) =>
      each.type === type &&
      (each.type !== 'press' || by === undefined || each.by === by) &&
      (each.type !== 'dialOutcome' || outcome === undefined || each.outcomes.includes(outcome)),
  );

/** The actions that mean something in this state only. */
function actionsIn(state: Exclude<CallState, { readonly type: 'ended' }>): readonly PossibleAction[] {
  switch (state.type) {
    case 'asking':
      return inputs(state, state.typed.length);
    case 'busy':
    case 'endless':
      return state.interruptedBy === undefined ? [] : inputs(state.interruptedBy, 0);
    case 'dialing': {
      const { legs, confirmKey } = state;
      const outcomes = [...dialStatuses, 'answer'] as const;
      return [action('dialOutcome', { outcomes, legs, ...(confirmKey === undefined ? {} : { confirmKey }) })];
    }
    case 'confirming': {
      const { confirmKey } = state;
      const invalidKeys = [...phoneKeys].filter((key) => key !== confirmKey).join('');
      return [
        press({ by: 'BLeg', validKeys: confirmKey, invalidKeys, maxKeys: 1 }),
        press({ maxKeys: Infinity }, true),
      ];
    }
    case 'talking': {
      const { leg, hangupOnStar, digitsMatch } = state;
      return [
        action('dialOutcome', { outcomes: ['completed'], legs: [leg] }),
        pressWhileTalking('ALeg', digitsMatch.ALeg, hangupOnStar),
        pressWhileTalking('BLeg', digitsMatch.BLeg, false),
      ];
    }
    case 'recording': {
      const { finishOnKey, isSpeaking, limit } = state;
      const endedBy = ['silence', 'hangup', ...finishOnKey];
      return [
        action('record', { endedBy, limit }, isSpeaking),
        press({ endKeys: finishOnKey, maxKeys: 1 }, finishOnKey === ''),
        action('say', { hints: [] }, isSpeaking),
      ];
    }
    case 'conference':
      return [
        pressWhileTalking('ALeg', state.digitsMatch, state.hangupOnStar),
        action('say', { hints: [] }),
        ...memberActions(state.members),
      ];
    case 'multiPartyCall':
      return [
        press({ validKeys: phoneKeys, maxKeys: Infinity }),
        action('say', { hints: [] }),
        ...memberActions(state.members),
      ];
    case 'listening':
      return [state.for === 'beep' ? action('beep', {}) : action('say', { hints: [] })];
    case 'streaming':
      return [action('stream', { events: ['stops', 'drops', 'degrades'] })];
  }
}

/** Keys and speech for an element that asks. Once a key was pressed, it listens to keys only. */
function inputs(rules: InputRules, typed: number): readonly PossibleAction[] {
  const { inputTypes, keys, finishOnKey, numDigits, language, hints = [] } = rules;
  const without = (text: string, others: string) => [...text].filter((key) => !others.includes(key)).join('');
  const keysOnly = press({
    validKeys: without(keys, finishOnKey),
    invalidKeys: without(phoneKeys, keys + finishOnKey),
    endKeys: finishOnKey,
    maxKeys: numDigits - typed,
  });
  return [
    ...(inputTypes.includes('dtmf') ? [keysOnly] : []),
    ...(inputTypes.includes('speech') && typed === 0
      ? [action('say', { hints, ...(language === undefined ? {} : { language }) })]
      : []),
  ];
}

const pressWhileTalking = (by: DialLeg, sequences: readonly string[], hangupOnStar: boolean) =>
  press(
    { by, sequences, endKeys: hangupOnStar ? '*' : '', maxKeys: Infinity },
    sequences.length === 0 && !hangupOnStar,
  );

const memberActions = (members: readonly string[]): readonly PossibleAction[] => [
  action('memberJoins', { members }),
  action('memberLeaves', { members: [...members, 'caller'] }),
  ...(members.length === 0 ? [] : [action('memberPresses', { members })]),
];
