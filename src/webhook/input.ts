/**
 * What came of the keys that a caller could press.
 *
 * - `given`: one to 99 of `0-9 * # A-D`, in `call.digits`
 * - `none`: no key was pressed
 * - `repeated`: `Digits` came more than once; none of them is taken
 * - `shape`: something else than keys of a telephone
 * - `too_long`: more than 99 keys
 */
export type Input = 'given' | 'none' | 'repeated' | 'shape' | 'too_long';

/** As many as `<GetDigits numDigits>` can ask for. */
const maxDigits = 99;

const keys = /^[0-9*#A-D]+$/;

/** Judges the field `Digits`; its length comes first, so that nothing long is looked at. */
export function inputOf(digits: string | readonly string[] | undefined): Input {
  if (digits === undefined || digits === '') return 'none';
  if (typeof digits !== 'string') return 'repeated';
  if (digits.length > maxDigits) return 'too_long';
  return keys.test(digits) ? 'given' : 'shape';
}

/** The field `Digits`, if it is good. */
export function digitsOf(digits: string | readonly string[] | undefined): string | undefined {
  return typeof digits === 'string' && inputOf(digits) === 'given' ? digits : undefined;
}
