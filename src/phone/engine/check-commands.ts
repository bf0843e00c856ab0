/**
 * Checks the arguments of commands at run time, for callers without TypeScript.
 * @module
 */
import { PlivoJsxError } from '../../errors.ts';
import { legOf } from '../execute/dial-legs.ts';
import type { Leg } from './call-state.ts';

const telephoneKeys = /^[0-9*#A-D]+$/;

/** Checks that a text is one or more keys of a telephone. */
export function checkedKeys(keys: string): string {
  const text = String(keys);
  if (!telephoneKeys.test(text)) throw new PlivoJsxError('E_PHONE_KEYS');
  return text;
}

/** Checks that a number is a length of time, in seconds. */
export function checkedSeconds(option: string, seconds: number): number {
  if (typeof seconds === 'number' && seconds >= 0 && Number.isFinite(seconds)) return seconds;
  throw new PlivoJsxError('E_OPTION', {
    option,
    problem: 'is not a number of seconds',
    suggestion: 'give 0 or more',
  });
}

/** Checks that a word is one of a fixed set. */
export function checkWord(option: string, word: string, words: readonly string[]): void {
  if (words.includes(word)) return;
  throw new PlivoJsxError('E_OPTION', {
    option,
    problem: `is ${JSON.stringify(word)}`,
    suggestion: `write ${words.slice(0, -1).join(', ')} or ${words.at(-1)}`,
  });
}

/** Checks that a leg rings. */
export function checkedLeg(legs: readonly Leg[], leg: number | string | undefined): void {
  if (legOf(legs, leg) !== undefined) return;
  throw new PlivoJsxError('E_OPTION', {
    option: 'leg',
    problem: 'is none of those that ring',
    suggestion: `give its position, from 0 to ${legs.length - 1}, or its number as the document has it`,
  });
}
