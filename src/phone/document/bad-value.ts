/**
 * What Plivo does with a value that an attribute does not take.
 * @module
 */
import type { Attribute } from '../../elements/attribute.ts';
import { keysIn, readInteger } from './accepted.ts';

/** The attributes whose bad values Plivo's engine of 2015 ignores: what it takes instead is the default. */
const ignored = new Set([
  'Dial.timeout',
  'Dial.timeLimit',
  'Conference.timeLimit',
  'Conference.maxMembers',
  'Hangup.schedule',
  'Hangup.reason',
]);

/** The attributes for which it rejects a document also when the value is no whole number; for others that is the default. */
const numbersOnly = new Set(['Wait.length', 'Record.maxLength', 'Record.timeout']);

/** True when the value rejects the document: an unknown word, a number below the minimum, or a fraction where only numbers are. */
export function rejects(element: string, key: string, { kind, min }: Attribute, value: string): boolean {
  const name = `${element}.${key}`;
  if (ignored.has(name)) return false;
  if (kind === 'enum' || kind === 'enum|polly') return true;
  if (kind !== 'integer' && kind !== 'integer|enum') return false;
  const number = readInteger(value);
  return number === undefined ? numbersOnly.has(name) : min !== undefined && number < min;
}

/** What Plivo takes instead of the value, as the end of a sentence. */
export function fallsBackTo(key: string, { kind, default: usual, max }: Attribute, value: string): string {
  if (kind === 'boolean') return 'only "true" counts as true';
  if (key === 'validDigits') return `each key among its characters is valid: "${keysIn(value)}"`;
  if (key === 'finishOnKey' && value !== '' && keysIn(value) === value.trim())
    return 'each of these keys ends the input';
  if (key === 'schedule' && readInteger(value) !== undefined) return 'the call ends at once';
  if (key === 'schedule') return 'the <Hangup> does nothing';
  if (max !== undefined && Number(value) > max) return `${max} is taken`;
  return usual === undefined ? 'it is left out' : `"${usual}" is taken`;
}
