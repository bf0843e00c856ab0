/**
 * The kinds of attributes that Plivo's elements have: what each takes and how it is printed.
 * @module
 */
export { url, urlOr } from './attribute/address.ts';
export { boolean, booleanOr } from './attribute/boolean.ts';
export type { Attribute, AttributeOptions, Evidence, Kind } from './attribute/kind.ts';
export { duration, integer, integerOr, type IntegerOptions } from './attribute/number.ts';
export { digits, key, list, string, type StringOptions } from './attribute/text.ts';
export { language, listOf, method, oneOf, oneOfAnyCase, oneOfOrPattern, voice } from './attribute/word.ts';
