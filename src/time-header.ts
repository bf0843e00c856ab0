/**
 * The header by which a phone or a test says at what time a call takes place, so that an app can be tried at any time. A server
 * that goes by it sends it back.
 * @module
 */

/** The name of the header. */
export const timeHeader = 'x-plivo-jsx-at';

/** The value of the header for a number of milliseconds since 1970, such as `2026-12-24T17:00:00.000Z`. */
export const writeTime = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** The time that a header names, in milliseconds since 1970; undefined for a header that says something else. */
export function readTime(header: unknown): number | undefined {
  const milliseconds = typeof header === 'string' ? Date.parse(header) : NaN;
  return Number.isNaN(milliseconds) || writeTime(milliseconds) !== header ? undefined : milliseconds;
}
