/**
 * The kinds of fields of an outbound call: the type of a value, and the check of it.
 * @module
 */

/** One field of an outbound call. */
export interface OutboundField<Value> {
  /** All but `value` have checks and errors of their own. */
  readonly kind: 'destinations' | 'number' | 'url' | 'value';
  /** The end of the sentence "give …". */
  readonly expected: string;
  accepts(value: unknown): value is Value;
}

/** The type of the values that a field accepts. */
export type OutboundFieldValue<Field> = Field extends OutboundField<infer Value> ? Value : never;

const value = <Value>(
  expected: string,
  accepts: (value: unknown) => value is Value,
): OutboundField<Value> => ({
  kind: 'value',
  expected,
  accepts,
});

/** Text of 1 to `max` characters. */
export const text = (expected: string, max = Infinity): OutboundField<string> =>
  value(
    expected,
    (given): given is string => typeof given === 'string' && given !== '' && given.length <= max,
  );

/** One of these words. */
export const oneOf = <const Word extends string>(...words: readonly Word[]): OutboundField<Word> =>
  value(words.map((word) => `"${word}"`).join(' or '), (given): given is Word =>
    words.some((word) => word === given),
  );

/** An integer from `min` to `max`. */
export const integer = (unit: string, min: number, max = Infinity): OutboundField<number> =>
  value(
    `a whole number of ${unit}, ${max === Infinity ? `${min} or more` : `${min} to ${max}`}`,
    (given): given is number =>
      Number.isSafeInteger(given) && (given as number) >= min && (given as number) <= max,
  );

/** A phone number with its country code; `validateCall` checks it. */
export const phoneNumber: OutboundField<string> = { ...text('a number'), kind: 'number' };

/** Numbers and SIP addresses; `validateCall` checks them. */
export const destinations: OutboundField<string> = { ...text('numbers'), kind: 'destinations' };

/** A URL that Plivo can reach; `validateCall` checks it. */
export const url: OutboundField<string> = { ...text('an address'), kind: 'url' };

/** Keys to press. `w` and `W` are pauses; `@250` at the end is the length of each tone in milliseconds. */
export const keys: OutboundField<string> = value(
  'keys such as ww1#',
  (given): given is string => typeof given === 'string' && /^[0-9A-D*#wW]+(@\d{1,5})?$/.test(given),
);

export const boolean: OutboundField<boolean> = value(
  'true or false',
  (given): given is boolean => typeof given === 'boolean',
);
