/**
 * How much a document may be.
 * @module
 */

/** Bytes. Plivo's limit. */
export const mostBytes = 102_400;

/** Tags and lists inside each other: nobody writes so deep, and what holds itself does. */
export const mostNested = 500;

/** Async components: nobody has so many in 100 KB, and what makes itself twice each time is stopped before it is deep. */
export const mostAsync = 10_000;
