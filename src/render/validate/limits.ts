/**
 * The limits of a document.
 * @module
 */

/** The most bytes: Plivo's limit. */
export const mostBytes = 102_400;

/** The most nested tags and lists: only a node that contains itself is deeper. */
export const mostNested = 500;

/** The most async components: a document of 100 KB has fewer, and recursion is stopped before it is deep. */
export const mostAsync = 10_000;
