/**
 * The fields of events that collect keys: `GetDigits`, `GetInput` and `Record`.
 * @module
 */
import { digitOf, digitsOf, inputOf } from '../input.ts';
import { field, type FieldReader } from './field.ts';

/** One to 99 of `0-9 * # A-D`. */
export const keys = (name: string): FieldReader<string | undefined> =>
  field([name], (raw) => digitsOf(raw[name]));

export const digitsFields = {
  /** Whether the caller pressed keys: `given`, `none`, or why the keys cannot be used (`repeated`, `shape`, `too_long`). */
  input: field(['Digits'], (raw) => inputOf(raw.Digits)),
  /** The keys that the caller pressed: 1 to 99 of `0-9 * # A-D`; `undefined` unless `input` is `given`. */
  digits: keys('Digits'),
  /** The key as a number, if one key of 0 to 9 was pressed; `undefined` for `*`, `#`, several keys or none. */
  digit: field(['Digits'], (raw) => digitOf(raw.Digits)),
};
