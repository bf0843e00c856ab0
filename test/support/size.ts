/**
 * The two sizes of the tests: `npm test` is the developer's, `npm run test:full` has the long forms.
 * @module
 */

/** Whether the long forms run. */
export const isFull = process.env['PLIVO_JSX_TESTS'] === 'full';

/** A number of the short form or of the long one. */
export const sized = <T>(short: T, full: T): T => (isFull ? full : short);
