/**
 * A reader of amounts.
 * @module
 */
import { checkOneOf, checkOption, reader, readerWithOptions, type ReaderWithOptions } from './reader.ts';

/** The options of {@link amount}. */
export interface AmountOptions {
  /**
   * What callers type: `whole` for whole units with the star as the decimal point (`12*50`), `cents` for the smallest unit
   * (`1250`). Default: `whole`.
   */
  readonly unit?: 'whole' | 'cents' | undefined;
  /** The number of decimals of the currency, from 0 to 3; with `whole`, fewer may be typed. Default: 2. */
  readonly decimals?: 0 | 1 | 2 | 3 | undefined;
  /** The smallest amount. Default: 0. */
  readonly min?: number | undefined;
  /** The largest amount. Default: 999999999. */
  readonly max?: number | undefined;
}

/** The most digits before the point: with three decimals, a number still has every amount exactly once. */
const mostDigits = 9;

/**
 * Reads an amount, in whole units of the currency: `12*50` is 12.5. Called with options, it reads cents or has limits.
 *
 * @throws {@link PlivoJsxError} `E_OPTION` for an option that has none of its values
 * @example
 * ```ts
 * import { amount } from 'plivo-jsx';
 *
 * const inEuros = amount['~standard'].validate('12*50'); // { value: 12.5 }
 * const inCents = amount({ unit: 'cents', max: 500 })['~standard'].validate('1250'); // { value: 12.5 }
 * ```
 */
export const amount: ReaderWithOptions<AmountOptions, number> = readerWithOptions<AmountOptions, number>(
  ({ unit = 'whole', decimals = 2, min = 0, max = 10 ** mostDigits - 1 }) => {
    checkOneOf('unit', unit, ['whole', 'cents']);
    checkOneOf('decimals', decimals, [0, 1, 2, 3]);
    checkOption('max', min <= max, 'is not a number of at least min', 'give the larger number to max');
    const read = unit === 'cents' ? centsIn : wholeIn;
    const limits = min > 0 || max < 10 ** mostDigits - 1 ? ` from ${min} to ${max}` : '';
    return reader(`an amount${limits}`, (text) => {
      const value = read(text, decimals);
      return value !== undefined && value >= min && value <= max ? value : undefined;
    });
  },
);

function wholeIn(text: string, decimals: number): number | undefined {
  const [, units = '', fraction = ''] = /^(\d*)(?:[*.](\d+))?$/.exec(text) ?? [];
  if (units + fraction === '' || units.length > mostDigits || fraction.length > decimals) return undefined;
  return Number(`${units || '0'}.${fraction || '0'}`);
}

function centsIn(text: string, decimals: number): number | undefined {
  return /^\d+$/.test(text) && text.length <= mostDigits + decimals
    ? Number(text) / 10 ** decimals
    : undefined;
}
