/**
 * Readers of single fields of a request.
 * @module
 */
import type { RawFields } from '../raw.ts';

/**
 * Reads one field of a request.
 *
 * A field that is empty or that was sent more than once counts as not sent: choosing one of two values would let
 * anyone who can add a field decide what the app believes. `call.raw` has all of them.
 */
export interface FieldReader<Value> {
  (raw: RawFields): Value;
  /** Plivo's names for the field. */
  readonly names: readonly string[];
}

const maxShortText = 256;
const maxText = 4096;
const maxNumber = 32;
const decimal = /^-?\d{1,15}(?:\.\d{1,15})?$/;

/** Makes a reader of the fields that Plivo calls by these names. */
export const field = <Value>(names: readonly string[], read: (raw: RawFields) => Value): FieldReader<Value> =>
  Object.assign((raw: RawFields) => read(raw), { names });

const singleField = <Value>(name: string, read: (value: string) => Value | undefined) =>
  field([name], (raw) => {
    const value = singleValue(raw, name);
    return value === undefined ? undefined : read(value);
  });

/** A number, a name or a time, cut at 256 characters. */
export const shortText = (name: string): FieldReader<string | undefined> =>
  singleField(name, (value) => cut(value, maxShortText));

/** Free text, cut at 4096 characters. */
export const text = (name: string): FieldReader<string | undefined> =>
  singleField(name, (value) => cut(value, maxText));

/**
 * An id of at most 256 characters, by the first of these names that was sent. A longer one is not Plivo's and is
 * ignored: if it were cut, two different ids could become equal.
 */
export const id = (...names: readonly string[]): FieldReader<string | undefined> =>
  field(names, (raw) => {
    for (const name of names) {
      const value = singleValue(raw, name);
      if (value !== undefined && value.length <= maxShortText) return value;
    }
    return undefined;
  });

/** A decimal number from `min` to `max`. Default: any. */
export const number = (name: string, min = -Infinity, max = Infinity): FieldReader<number | undefined> =>
  singleField(name, (value) => {
    if (value.length > maxNumber || !decimal.test(value)) return undefined;
    const parsed = Number(value);
    return parsed >= min && parsed <= max ? parsed : undefined;
  });

/** `true` or `false`, in upper or lower case. */
export const boolean = (name: string): FieldReader<boolean | undefined> =>
  singleField(name, (value) => {
    if (value.length > 'false'.length) return undefined;
    const word = value.toLowerCase();
    return word === 'true' ? true : word === 'false' ? false : undefined;
  });

/** One of these words. Any other, such as one that Plivo adds later, is only in `call.raw`. */
export const oneOf = <const Word extends string>(
  name: string,
  words: readonly Word[],
): FieldReader<Word | undefined> => singleField(name, (value) => words.find((word) => word === value));

function singleValue(raw: RawFields, name: string): string | undefined {
  const value = raw[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Cuts, but never between the two halves of a surrogate pair. */
function cut(value: string, max: number): string {
  if (value.length <= max) return value;
  const last = value.charCodeAt(max - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return value.slice(0, splitsPair ? max - 1 : max);
}
