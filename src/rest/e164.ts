/**
 * Phone numbers in the international form E.164.
 * @module
 */

const e164 = /^\+[1-9]\d{6,14}$/;

/**
 * True for a number with `+`, country code and 7 to 15 digits in all.
 *
 * Source: ITU-T E.164
 */
export const isE164 = (number: string): boolean => typeof number === 'string' && e164.test(number);
