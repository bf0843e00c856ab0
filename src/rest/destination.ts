/**
 * Whom a call reaches: phone numbers and SIP addresses.
 * @module
 */

const number = /^\+?[1-9]\d{6,14}$/;

/** Visible ASCII characters, but none that separates or quotes addresses; a URI writes others with `%`. */
const sipAddress = /^sips?:(?:(?![<>",\\])[!-~]){1,255}$/i;

/** The most destinations of one request. */
const mostDestinations = 1000;

/** True for a number of 7 to 15 digits with its country code; the plus may be missing, as in `call.from`. */
export const isNumber = (text: unknown): text is string => typeof text === 'string' && number.test(text);

/** Splits several destinations at `<`, Plivo's separator. */
export const destinationsOf = (to: string): readonly string[] => to.split('<');

/**
 * Returns what is wrong with the destinations, as the beginning of a sentence, or undefined. The sentence has none of them.
 *
 * Source: https://www.plivo.com/docs/voice/api/call
 */
export function destinationProblem(to: unknown): { which: string; expected: string } | undefined {
  const expected = 'a phone number with its country code or a SIP address';
  if (typeof to !== 'string') return { which: 'The number to call', expected };
  const all = destinationsOf(to);
  if (all.length > mostDestinations)
    return {
      which: `The list of ${all.length} numbers to call`,
      expected: `one of at most ${mostDestinations}`,
    };
  const wrong = all.findIndex((one) => !isNumber(one) && !sipAddress.test(one));
  if (wrong === -1) return undefined;
  return { which: all.length === 1 ? 'The number to call' : `Number ${wrong + 1} to call`, expected };
}

/** Ten digits that are a number of North America without its country code. */
const national = /^[2-9]\d{2}[2-9]\d{6}$/;

/** Whether Plivo would take the first digits for another country code than the author meant. */
export const mayLackCountryCode = (text: string): boolean =>
  destinationsOf(text).some((one) => national.test(one));

/** As the API reads it: numbers without the plus. */
export const forApi = (text: string): string =>
  destinationsOf(text)
    .map((one) => one.replace(/^\+/, ''))
    .join('<');
