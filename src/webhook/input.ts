/**
 * Checks the keys that a caller pressed.
 * @module
 */

/**
 * Whether the caller pressed keys, and whether they can be used.
 *
 * - `given`: one to 99 of `0-9 * # A-D`, in `call.digits`
 * - `none`: no key was pressed
 * - `repeated`: `Digits` was sent more than once; none of the values is used
 * - `shape`: `Digits` has characters that are not keys of a telephone
 * - `too_long`: more than 99 keys
 */
export type Input = 'given' | 'none' | 'repeated' | 'shape' | 'too_long';

/** The most that `<GetDigits numDigits>` accepts. */
const maxDigits = 99;

const keys = /^[0-9*#A-D]+$/;

/** Checks the field `Digits`; the length is checked first, so that a long text is not searched. */
export function inputOf(digits: string | readonly string[] | undefined): Input {
  if (digits === undefined || digits === '') return 'none';
  if (typeof digits !== 'string') return 'repeated';
  if (digits.length > maxDigits) return 'too_long';
  return keys.test(digits) ? 'given' : 'shape';
}

/** A key with a number on it. */
export type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** Returns the one key that was pressed as a number; `*`, `#` and several keys are none. */
export function digitOf(digits: string | readonly string[] | undefined): Digit | undefined {
  return typeof digits === 'string' && /^\d$/.test(digits) ? (Number(digits) as Digit) : undefined;
}

/** Returns the keys if they can be used. */
export function digitsOf(digits: string | readonly string[] | undefined): string | undefined {
  return typeof digits === 'string' && inputOf(digits) === 'given' ? digits : undefined;
}
