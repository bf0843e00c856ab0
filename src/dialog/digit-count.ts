/**
 * How many keys a caller enters.
 * @module
 */
import { DocumentError } from '../render/explain/problem.ts';

/** How many keys: exactly so many, or a range. */
export type DigitCount = number | { readonly min?: number | undefined; readonly max: number };

/** The least and the most keys. */
export function rangeOf(digits: DigitCount): { readonly min: number; readonly max: number } {
  const { min = 1, max } = typeof digits === 'number' ? { min: digits, max: digits } : digits;
  if (Number.isInteger(min) && Number.isInteger(max) && min >= 1 && min <= max && max <= 99)
    return { min, max };
  throw new DocumentError('E_DIALOG_PROP', {
    component: 'Collect',
    problem: 'has a number of digits that cannot be used',
    suggestion: 'give a whole number from 1 to 99, or { min, max }',
  });
}
