/**
 * Reads the values of attributes as leniently as Plivo does. The renderer writes them in one form only.
 * @module
 */
import type { Attribute } from '../../elements/attribute.ts';

/** A whole number as Plivo's engine of 2015 reads it: blanks around it and a sign are allowed, fractions are not. */
export function readInteger(text: string): number | undefined {
  return /^\s*[+-]?\d{1,15}\s*$/.test(text) ? Number(text) : undefined;
}

/** The keys of a telephone among the characters of a text. */
export const keysIn = (text: string): string => [...text].filter((key) => /[0-9*#]/.test(key)).join('');

/** The value as Plivo takes it: numbers with blanks, `None`, words in any order. Undefined when it does not fit. */
export function accepted(
  attribute: Attribute,
  written: string,
  baseUrl: string | undefined,
): string | undefined {
  const { kind, values = [] } = attribute;
  if (kind === 'integer' || kind === 'integer|enum') {
    const number = readInteger(written);
    // The renderer only warns of a number above the documented greatest; Plivo takes the greatest.
    if (number !== undefined && attribute.warnsAbove === true && number > attribute.max!) return undefined;
    if (number !== undefined) return attribute.print(number, baseUrl);
  }
  if (kind === 'digits') {
    const keys = written.trim();
    return attribute.print(/^none$/i.test(keys) ? 'none' : keys, baseUrl);
  }
  const sameWords = values.find((value) => value.includes(' ') && sorted(value) === sorted(written));
  return attribute.print(sameWords ?? written, baseUrl);
}

const sorted = (words: string) => words.trim().split(/\s+/).sort().join(' ');
