/**
 * Attributes that take a number: a count, or a time.
 * @module
 */
import { attribute, quoted, type AttributeOptions } from './kind.ts';

/** The least and greatest whole number, and what it counts. */
export interface IntegerOptions extends AttributeOptions {
  /** Default: any. */
  readonly min?: number;
  /** Default: any. */
  readonly max?: number;
  /** Whether a number above `max` is only warned of, since Plivo's pages disagree about it. Default: false. */
  readonly warnsAbove?: boolean;
  /** Seconds or milliseconds. Default: it only counts. */
  readonly unit?: 's' | 'ms';
}

const nouns = { s: 'whole seconds', ms: 'whole milliseconds', none: 'a whole number' };

function integerRange({ min, max, unit }: IntegerOptions): string {
  const noun = nouns[unit ?? 'none'];
  if (min === undefined) return noun;
  return max === undefined ? `${noun}, ${min} or more` : `${noun} from ${min} to ${max}`;
}

function printInteger(
  value: unknown,
  { min = -Infinity, max = Infinity, warnsAbove = false }: IntegerOptions,
): string | undefined {
  if (typeof value === 'string' && !/^-?\d{1,15}$/.test(value)) return undefined;
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const number = Number(value);
  return Number.isSafeInteger(number) && number >= min && (number <= max || warnsAbove)
    ? String(number)
    : undefined;
}

/**
 * A whole number.
 *
 * @param options its least and greatest value, and what it counts: `s` or `ms`
 * @example
 * ```ts
 * import { attribute } from 'plivo-jsx';
 *
 * const timeout = attribute.integer({ min: 1, max: 600, unit: 's', default: 5 });
 * ```
 */
export function integer<const O extends IntegerOptions>(options: O) {
  return attribute<number | `${number}`, O>(options, {
    kind: 'integer',
    expected: integerRange(options),
    closed: true,
    min: options.min,
    max: options.max,
    warnsAbove: options.warnsAbove ?? false,
    unit: options.unit,
    print: (value) => printInteger(value, options),
  });
}

/**
 * A whole number, or one word instead.
 *
 * @param values the words
 * @param options its least and greatest value, and what it counts: `s` or `ms`
 * @example
 * ```ts
 * import { attribute } from 'plivo-jsx';
 *
 * const timeout = attribute.integerOr(['auto'], { min: 1, max: 60, unit: 's', default: 'auto' });
 * ```
 */
export function integerOr<const V extends string, const O extends IntegerOptions>(
  values: readonly V[],
  options: O,
) {
  return attribute<number | `${number}` | V, O>(options, {
    kind: 'integer|enum',
    expected: `${integerRange(options)}, or ${quoted(values)}`,
    closed: true,
    values,
    min: options.min,
    max: options.max,
    unit: options.unit,
    print: (value) => (values.includes(value as V) ? (value as V) : printInteger(value, options)),
  });
}

/**
 * A time such as `500ms` or `1.5s`; `max` in milliseconds.
 *
 * @param options the longest time, in milliseconds
 * @example
 * ```ts
 * import { attribute } from 'plivo-jsx';
 *
 * const time = attribute.duration({ max: 10_000 });
 * ```
 */
export function duration<const O extends AttributeOptions & { readonly max: number }>(options: O) {
  const pattern = /^\d+(\.\d+)?(ms|s)$/;
  return attribute<`${number}ms` | `${number}s`, O>(options, {
    kind: 'duration',
    expected: `a time such as "500ms" or "1.5s", up to ${options.max / 1000} s`,
    closed: true,
    pattern,
    max: options.max,
    unit: 'ms',
    print: (value) => {
      if (typeof value !== 'string' || !pattern.test(value)) return undefined;
      const milliseconds = Number.parseFloat(value) * (value.endsWith('ms') ? 1 : 1000);
      return milliseconds > 0 && milliseconds <= options.max ? value : undefined;
    },
  });
}
