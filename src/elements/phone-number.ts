/**
 * Telephone numbers that cannot be right, as far as their digits tell.
 * @module
 */

/**
 * Whether a number has no country code, or is none at all: no country code begins with 0, and with it a number has 7 to 15
 * digits, of which 7 are an island's.
 */
export function lacksCountryCode(number: string): boolean {
  const digits = number.replaceAll(/\D/g, '');
  return digits.startsWith('0') || digits.length < 8 || digits.length > 15;
}
