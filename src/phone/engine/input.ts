/**
 * What may reach the phone from outside: the caller, whoever is dialled, others in a room.
 * @module
 */
import type { DialLeg } from '../../call/words.ts';
import type {
  DialDetails,
  DialOutcome,
  MemberOptions,
  RecordDetails,
  SayDetails,
} from './command-options.ts';

/** Everything that may reach a call, by name. */
export interface Stimuli {
  /** A group of keys, pressed so fast that they belong to one input. */
  keys: { readonly keys: string; readonly by: DialLeg };
  speech: SayDetails & { readonly text: string; readonly seconds: number };
  dial: DialDetails & { readonly outcome: DialOutcome };
  record: RecordDetails & { readonly seconds: number };
  beep: {};
  join: MemberOptions & { readonly member: string };
  leave: { readonly member: string };
  memberKeys: { readonly member: string; readonly keys: string };
  stream: { readonly event: 'stops' | 'drops' | 'degrades' };
}

export type StimulusName = keyof Stimuli;

/** One thing that reaches the call. */
export type Stimulus = { [Name in StimulusName]: { readonly type: Name } & Stimuli[Name] }[StimulusName];
