/**
 * Limits of a document.
 * @module
 */

/** Plivo's limit. */
export const maxBytes = 102_400;

/** Nested elements and lists. Only a component or list that contains itself is nested so deeply. */
export const maxDepth = 500;

/** No document of 100 KB has so many. A component that returns itself twice reaches this limit long before the depth limit. */
export const maxAsyncComponents = 10_000;
