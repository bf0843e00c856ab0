/**
 * A reader: a Standard Schema that makes a value of what a caller pressed or said.
 * @module
 */
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { PlivoJsxError } from '../../errors.ts';
import { instantAt, type Moment } from '../../temporal.ts';

/**
 * A Standard Schema from text to a value. Its issues do not quote the text. It knows the time from `libraryOptions.now`, a
 * `Temporal.Instant`; otherwise it is the real time.
 *
 * @example
 * ```ts
 * import { dayAndMonth, type Reader } from 'plivo-jsx';
 *
 * const read = <Value>(reader: Reader<Value>, keys: string): Value | undefined => {
 *   const result = reader['~standard'].validate(keys);
 *   return result.issues === undefined ? result.value : undefined;
 * };
 * const date = read(dayAndMonth, '0305');
 * ```
 */
export interface Reader<Value> {
  readonly '~standard': ReaderProps<Value>;
}

/** The properties that the Standard Schema specification demands; nothing is async. */
export interface ReaderProps<Value> extends StandardSchemaV1.Props<string, Value> {
  readonly validate: (
    value: unknown,
    options?: StandardSchemaV1.Options | undefined,
  ) => StandardSchemaV1.Result<Value>;
}

/** A reader that is also a function: called with options, it returns a reader with these options. */
export interface ReaderWithOptions<Options, Value> extends Reader<Value> {
  (options: Options): Reader<Value>;
}

/** Makes a value of a text without spaces around it; undefined when it is none. */
export type ReadText<Value> = (text: string, now: () => Moment) => Value | undefined;

/**
 * Creates a reader.
 *
 * @param expected what the text should be, such as `a time of day`
 */
export const reader = <Value>(expected: string, read: ReadText<Value>): Reader<Value> => ({
  '~standard': propsOf(expected, read),
});

/** Creates a reader that can be called with options. Without them it is the one that `create` returns for no options. */
export const readerWithOptions = <Options extends object, Value>(
  create: (options: Partial<Options>) => Reader<Value>,
): ReaderWithOptions<Options, Value> => {
  const withOptions = (options: Options) => create(options);
  return Object.assign(withOptions, create({}));
};

const propsOf = <Value>(expected: string, read: ReadText<Value>): ReaderProps<Value> => ({
  version: 1,
  vendor: 'plivo-jsx',
  validate: (text, options) => {
    const value = typeof text === 'string' ? read(text.trim(), () => timeOf(options)) : undefined;
    return value === undefined ? { issues: [{ message: `Expected ${expected}.` }] } : { value };
  },
});

function timeOf(options: StandardSchemaV1.Options | undefined): Moment {
  const now = options?.libraryOptions?.['now'];
  return typeof Object(now).epochMilliseconds === 'number' ? (now as Moment) : instantAt();
}

/**
 * Checks an option of a reader, for authors without TypeScript.
 *
 * @throws {@link PlivoJsxError} `E_OPTION`
 */
export function checkOption(option: string, isValid: boolean, problem: string, suggestion: string): void {
  if (!isValid) throw new PlivoJsxError('E_OPTION', { option, problem, suggestion });
}

/** Checks that an option is one of a few values. */
export const checkOneOf = (option: string, value: unknown, allowed: readonly unknown[]): void =>
  checkOption(
    option,
    allowed.includes(value),
    'has a value that does not exist',
    `use ${allowed.join(', ')}`,
  );
