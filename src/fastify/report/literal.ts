/**
 * Literal texts in regular expressions.
 * @module
 */

/** Escapes a text for use in a regular expression. */
export const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
