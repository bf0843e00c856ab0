/**
 * Attributes that take free text, lists, or keys of a telephone.
 * @module
 */
import type { Key } from '../telephone-key.ts';
import { attribute, type AttributeOptions } from './kind.ts';

/** Free text, and the most characters that it may have. */
export interface StringOptions extends AttributeOptions {
  /** Default: 0. */
  readonly min?: number;
  /** Default: any. */
  readonly max?: number;
  /** Whether white space alone is rejected. Default: false. */
  readonly isFilled?: boolean;
}

function stringRange(noun: string, { min, max, isFilled }: StringOptions): string {
  if (isFilled === true) return `${noun} that is not empty`;
  if (min !== undefined) return `${noun} of ${min} to ${max} characters`;
  return max === undefined ? noun : `${noun} of at most ${max} characters`;
}

function printString(
  value: unknown,
  { min = 0, max = Infinity, isFilled = false }: StringOptions,
): string | undefined {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  if (typeof text !== 'string' || (isFilled && text.trim() === '')) return undefined;
  return text.length >= min && text.length <= max ? text : undefined;
}

/**
 * Free text.
 *
 * @param options the fewest and most characters that it may have
 * @example
 * ```ts
 * import { attribute } from 'plivo-jsx';
 *
 * const callerName = attribute.string({ max: 50 });
 * ```
 */
export function string<const O extends StringOptions>(options: O) {
  return attribute<string | number, O>(options, {
    kind: 'string',
    expected: stringRange('a text', options),
    closed: options.closed ?? false,
    min: options.min,
    max: options.max,
    print: (value) => printString(value, options),
  });
}

/**
 * Several values in one text, separated by commas.
 *
 * @param options the most characters, and `like`, which shows the author what it looks like
 * @example
 * ```ts
 * import { attribute } from 'plivo-jsx';
 *
 * const digitsMatch = attribute.list({ like: '*1,*2' });
 * ```
 */
export function list<const O extends StringOptions & { readonly like: string }>(options: O) {
  return attribute<string | number, O>(options, {
    kind: 'list',
    expected: `${stringRange('a comma-separated list', options)}, such as "${options.like}"`,
    closed: false,
    max: options.max,
    print: (value) => printString(value, options),
  });
}

/**
 * Keys of a telephone, of a given shape.
 *
 * @param options the shape, and `expected`, which describes it in words
 * @example
 * ```ts
 * import { attribute } from 'plivo-jsx';
 *
 * const finishOnKey = attribute.digits({ pattern: /^[0-9*#]$/, expected: 'one key', default: '#' });
 * ```
 */
export function digits<
  const O extends AttributeOptions & { readonly pattern: RegExp; readonly expected: string },
>(options: O) {
  return attribute<string | number, O>(options, {
    kind: 'digits',
    expected: options.expected,
    closed: options.closed ?? false,
    pattern: options.pattern,
    print: (value) => {
      const text = printString(value, {});
      return text !== undefined && options.pattern.test(text) ? text : undefined;
    },
  });
}

/**
 * One key of a telephone, or one of a few words instead.
 *
 * @param values the words. Default: none
 * @param options whether it is required, and Plivo's default
 * @example
 * ```ts
 * import { attribute } from 'plivo-jsx';
 *
 * const finishOnKey = attribute.key(['none', ''], { default: '#' });
 * ```
 */
export function key<const V extends string, const O extends AttributeOptions>(
  values: readonly V[],
  options: O,
) {
  const words = values.filter((value) => value !== '').join(' or ');
  return attribute<Key | 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | V, O>(options, {
    kind: 'digits',
    expected: `one key (0 to 9, * or #)${words === '' ? '' : `, or ${words}`}`,
    closed: true,
    print: (value) => {
      const text = printString(value, {});
      return text !== undefined && (/^[0-9*#]$/.test(text) || values.includes(text as V)) ? text : undefined;
    },
  });
}
