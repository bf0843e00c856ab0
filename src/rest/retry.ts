/**
 * How long to wait before a request that was certainly not acted on is sent again.
 * @module
 */

/** Most tries of one request. */
export const mostTries = 3;

/** Longest wait in milliseconds, whatever Plivo asks for. */
const longestWait = 60_000;

/**
 * Half a second, then one, each with jitter, so that many callers do not come back at once.
 *
 * @param attempt 1 after the first try
 * @param random from 0 to 1
 */
export const backoff = (attempt: number, random = Math.random()): number =>
  Math.round(500 * 2 ** (attempt - 1) * (0.75 + random / 2));

/**
 * The wait in milliseconds that Plivo asks for, from 0 to 60000; undefined when it does not say.
 *
 * @param header `Retry-After`: seconds, or a date as HTTP writes it
 * @param now the time in milliseconds
 */
export function retryAfter(header: string | null, now = Date.now()): number | undefined {
  const text = header?.trim() ?? '';
  let wait = Number.NaN;
  if (/^\d+(\.\d+)?$/.test(text)) wait = Math.ceil(Number(text) * 1000);
  // Date.parse takes almost anything, even "-5"; a date of HTTP ends with GMT.
  else if (/^[A-Z][a-z]{2}.*GMT$/.test(text)) wait = Date.parse(text) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), longestWait);
}
