/**
 * Texts in regular expressions.
 * @module
 */

/** The source of an expression that finds a text as it is written. */
export const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
