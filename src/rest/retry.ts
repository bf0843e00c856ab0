/**
 * The delays between the attempts of a request.
 * @module
 */

/** The most attempts of one request. */
export const maxAttempts = 3;

/** The longest delay in milliseconds, even if Plivo requests a longer one. */
const maxDelay = 60_000;

/**
 * Returns the delay in milliseconds after an attempt: 500, then 1000, with 25 % jitter, so that clients do not retry at
 * the same time.
 *
 * @param attempt 1 after the first attempt
 * @param random a number from 0 to 1
 */
export const backoffDelay = (attempt: number, random = Math.random()): number =>
  Math.round(500 * 2 ** (attempt - 1) * (0.75 + random / 2));

/**
 * Returns the delay in milliseconds that Plivo requests, from 0 to 60000; `undefined` when it requests none.
 *
 * @param header the value of `Retry-After`: seconds, or an HTTP date
 * @param now the time in milliseconds
 */
export function retryAfterDelay(header: string | null, now = Date.now()): number | undefined {
  const text = header?.trim() ?? '';
  let delay = Number.NaN;
  if (/^\d+(\.\d+)?$/.test(text)) delay = Math.ceil(Number(text) * 1000);
  // Date.parse accepts almost any text, even "-5"; an HTTP date ends with GMT.
  else if (/^[A-Z][a-z]{2}.*GMT$/.test(text)) delay = Date.parse(text) - now;
  return Number.isNaN(delay) ? undefined : Math.min(Math.max(delay, 0), maxDelay);
}
