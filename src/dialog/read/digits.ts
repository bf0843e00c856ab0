/**
 * Readers of digits: `digits` for any number of them, `pin` for a secret of a known length.
 * @module
 */
import { checkOption, reader, readerWithOptions, type Reader, type ReaderWithOptions } from './reader.ts';

/** The most digits that `<GetDigits>` collects. */
const most = 99;

/** The options of {@link digits}. */
export interface DigitsOptions {
  /** The least number of digits, from 1 to 99. Default: 1. */
  readonly min?: number | undefined;
  /** The largest number of digits, from `min` to 99. Default: 99. */
  readonly max?: number | undefined;
}

/** The options of {@link pin}. */
export interface PinOptions {
  /** The number of digits, from 1 to 99. */
  readonly length: number;
}

const countFits = (count: number, least: number) =>
  Number.isInteger(count) && count >= least && count <= most;

/** Without the spaces and hyphens that speech recognition writes. */
const joined = (text: string) => text.replaceAll(/[\s-]/g, '');

/**
 * Reads digits as text, so that leading zeros stay. With options: a number of digits within limits.
 *
 * @throws {@link PlivoJsxError} `E_OPTION` when a limit is no number from 1 to 99
 * @example
 * ```ts
 * import { digits } from 'plivo-jsx';
 *
 * const orderNumber = digits({ min: 6, max: 8 });
 * const result = orderNumber['~standard'].validate('0012345'); // { value: '0012345' }
 * ```
 */
export const digits: ReaderWithOptions<DigitsOptions, string> = readerWithOptions<DigitsOptions, string>(
  ({ min = 1, max = most }) => {
    checkOption('min', countFits(min, 1), 'is no number of digits', `use a number from 1 to ${most}`);
    checkOption('max', countFits(max, min), 'is no number of digits', `use a number from ${min} to ${most}`);
    const expected = min === max ? `${min} digits` : `${min} to ${max} digits`;
    return reader(expected, (text) => digitsIn(text, min, max));
  },
);

/**
 * Reads a PIN: exactly so many digits.
 *
 * @throws {@link PlivoJsxError} `E_OPTION` when the length is no number from 1 to 99
 * @example
 * ```ts
 * import { pin } from 'plivo-jsx';
 *
 * const result = pin({ length: 4 })['~standard'].validate('0420'); // { value: '0420' }
 * ```
 */
export function pin({ length }: PinOptions): Reader<string> {
  checkOption('length', countFits(length, 1), 'is no number of digits', `use a number from 1 to ${most}`);
  return reader(`a PIN of ${length} digits`, (text) => digitsIn(text, length, length));
}

function digitsIn(text: string, min: number, max: number): string | undefined {
  const found = joined(text);
  return /^\d+$/.test(found) && found.length >= min && found.length <= max ? found : undefined;
}
