/**
 * Everything that can reach a call from outside: from the caller, a called party, a member of a room, a stream.
 * @module
 */
import type { DialLeg } from '../../webhook/plivo-enums.ts';
import type {
  DialDetails,
  DialOutcome,
  MemberOptions,
  RecordDetails,
  SayDetails,
} from './command-options.ts';

/** The fields of each input, by its type. */
export interface Inputs {
  /** Keys that are pressed without a pause between them, so that they belong to one input. */
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

export type InputName = keyof Inputs;

/** One input. */
export type Input = { [Name in InputName]: { readonly type: Name } & Inputs[Name] }[InputName];
