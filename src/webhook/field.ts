import type { RawFields } from './raw.ts';

/**
 * Reads one field of a request.
 *
 * For all of them: a field that is empty or came more than once counts as not sent, since to pick one of two
 * would let whoever adds a field choose the caller's answer. `call.raw` has them all.
 */
export type Field<T> = (raw: RawFields) => T | undefined;

const maxShort = 256;
const maxText = 4096;
const decimal = /^-?\d{1,15}(?:\.\d{1,15})?$/;

/** A number or name of a caller's choice, cut at 256 characters. */
export const short = (name: string): Field<string> => {
  return (raw) => cut(single(raw, name), maxShort);
};

/** Free text, cut at 4096 characters. */
export const text = (name: string): Field<string> => {
  return (raw) => cut(single(raw, name), maxText);
};

/** An id. One of more than 256 characters is none of Plivo's, and cutting it could make two of them equal. */
export const id = (...names: readonly string[]): Field<string> => {
  return (raw) => {
    for (const name of names) {
      const value = single(raw, name);
      if (value !== undefined && value.length <= maxShort) return value;
    }
    return undefined;
  };
};

/** A decimal number within a range. */
export const number = (name: string, min = -Infinity, max = Infinity): Field<number> => {
  return (raw) => {
    const value = single(raw, name);
    if (value === undefined || value.length > 32 || !decimal.test(value)) return undefined;
    const read = Number(value);
    return read >= min && read <= max ? read : undefined;
  };
};

/** `true` or `false`, in any case. */
export const flag = (name: string): Field<boolean> => {
  return (raw) => {
    const value = single(raw, name);
    if (value === undefined || value.length > 5) return undefined;
    const word = value.toLowerCase();
    return word === 'true' ? true : word === 'false' ? false : undefined;
  };
};

/** One of a closed set of words; a word that Plivo adds one day is left to `call.raw`. */
export const oneOf = <const Word extends string>(name: string, words: readonly Word[]): Field<Word> => {
  return (raw) => {
    const value = single(raw, name);
    return words.find((word) => word === value);
  };
};

function single(raw: RawFields, name: string): string | undefined {
  const value = raw[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Cuts, but never between the two halves of a character. */
function cut(value: string | undefined, max: number): string | undefined {
  if (value === undefined || value.length <= max) return value;
  const last = value.charCodeAt(max - 1);
  const splitsCharacter = last >= 0xd800 && last <= 0xdbff;
  return value.slice(0, splitsCharacter ? max - 1 : max);
}
