/**
 * A reader of telephone numbers.
 * @module
 */
import { nationalNumbers } from './calling-codes.ts';
import { checkOption, reader, readerWithOptions, type ReaderWithOptions } from './reader.ts';

/** A number in the form E.164: a plus, the calling code and the national number. */
export type E164 = `+${string}`;

/** The options of {@link phoneNumber}. */
export interface PhoneNumberOptions {
  /** The calling code of the country whose national numbers callers type, such as `34`, without a plus. */
  readonly callingCode: string;
}

/** The most digits of a number with its calling code; the least is that of the shortest numbers in use. */
const limits = { min: 7, max: 15 };

/**
 * Reads a telephone number as E.164. As a value, it reads the calling code and the number; called with a calling code, it
 * reads the numbers of that country, with or without the prefix that is dialled inside the country. Both read numbers that begin
 * with `+` or `00`, with a calling code of `1` also `011`.
 *
 * It checks the number of digits, which is known for 27 calling codes. It cannot tell whether a number exists.
 *
 * @throws {@link PlivoJsxError} `E_OPTION` when the calling code is not 1 to 3 digits
 * @example
 * ```ts
 * import { phoneNumber } from 'plivo-jsx';
 *
 * const inBritain = phoneNumber({ callingCode: '44' });
 * const result = inBritain['~standard'].validate('02079460123'); // { value: '+442079460123' }
 * ```
 */
export const phoneNumber: ReaderWithOptions<PhoneNumberOptions, E164> = readerWithOptions<
  PhoneNumberOptions,
  E164
>(({ callingCode }) => {
  const isCode = callingCode === undefined || /^[1-9]\d{0,2}$/.test(callingCode);
  checkOption('callingCode', isCode, 'is not 1 to 3 digits', 'use a calling code such as "34"');
  return reader('a telephone number', (text) => {
    const written = text.replaceAll(/[\s().-]/g, '');
    if (!/^\+?\d+$/.test(written)) return undefined;
    const international = internationalIn(written, callingCode);
    if (international !== undefined) return e164(international);
    return callingCode === undefined ? e164(written) : national(written, callingCode);
  });
});

/** The digits after `+` or the prefix for calls to other countries; undefined for a number without. */
function internationalIn(written: string, callingCode: string | undefined): string | undefined {
  const prefix = callingCode === '1' ? /^(?:\+|00|011)(\d+)$/ : /^(?:\+|00)(\d+)$/;
  return prefix.exec(written)?.[1];
}

/** A number with its calling code. No calling code begins with a zero, and what is known of its country must fit. */
function e164(digits: string): E164 | undefined {
  if (digits.startsWith('0') || digits.length < limits.min || digits.length > limits.max) return undefined;
  const code = [1, 2, 3].map((length) => digits.slice(0, length)).find((each) => each in nationalNumbers);
  return code === undefined || fits(digits.slice(code.length), code) ? `+${digits}` : undefined;
}

function national(digits: string, code: string): E164 | undefined {
  const trunk = nationalNumbers[code]?.trunk;
  // A prefix is removed only where the number is too long with it or begins with a zero, which no number has there.
  const isPrefixed =
    trunk !== undefined && digits.startsWith(trunk) && (trunk === '0' || !fits(digits, code));
  const number = isPrefixed ? digits.slice(trunk.length) : digits;
  return e164(`${code}${number}`);
}

/** Whether a national number has as many digits as the numbers of this calling code. */
function fits({ length }: string, code: string): boolean {
  const [min, max] = nationalNumbers[code]?.digits ?? [limits.min - code.length, limits.max - code.length];
  return length >= min && length <= max;
}
