/**
 * What the user of the phone may say wrong.
 * @module
 */
import { PlivoJsxError } from '../../errors.ts';
import { legOf } from '../execute/dial-legs.ts';
import type { Leg } from './call-state.ts';
import type { Input } from './input.ts';

const keysOfATelephone = /^[0-9*#A-D]+$/;

/** The verb that brings each input. */
export const verbOf: { readonly [Type in Input['type']]: string } = {
  keys: 'press',
  speech: 'say',
  dial: 'dialOutcome',
  record: 'record',
  beep: 'beep',
  join: 'memberJoins',
  leave: 'memberLeaves',
  memberKeys: 'memberPresses',
  stream: 'stream',
};

/** Keys of a telephone. */
export function checkedKeys(keys: string): string {
  const text = String(keys);
  if (!keysOfATelephone.test(text)) throw new PlivoJsxError('E_PHONE_KEYS');
  return text;
}

/** A length of time. */
export function checkedSeconds(option: string, seconds: number): number {
  if (typeof seconds === 'number' && seconds >= 0 && Number.isFinite(seconds)) return seconds;
  throw new PlivoJsxError('E_OPTION', {
    option,
    problem: 'is not a number of seconds',
    instead: 'give 0 or more',
  });
}

/** One of a few words, from a caller whom TypeScript does not check. */
export function oneOf(option: string, word: string, words: readonly string[]): void {
  if (words.includes(word)) return;
  throw new PlivoJsxError('E_OPTION', {
    option,
    problem: `is ${JSON.stringify(word)}`,
    instead: `write ${words.slice(0, -1).join(', ')} or ${words.at(-1)}`,
  });
}

/** One of the legs that ring. */
export function checkedLeg(legs: readonly Leg[], leg: number | string | undefined): void {
  if (legOf(legs, leg) !== undefined) return;
  throw new PlivoJsxError('E_OPTION', {
    option: 'leg',
    problem: 'is none of those that ring',
    instead: `give its position, from 0 to ${legs.length - 1}, or its number as the document has it`,
  });
}
