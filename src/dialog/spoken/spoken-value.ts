/**
 * Values that are spoken right in each language: what they have in common.
 * @module
 */
import type { Context } from '../../render/context.ts';
import { DocumentError } from '../../render/explain/problem.ts';

/** Whether SSML is spoken here: Plivo passes it to the voices of Polly only. */
export const isPolly = ({ speaking }: Context): boolean =>
  speaking !== undefined && !speaking.isWritten && speaking.voice?.voice?.startsWith('Polly.') === true;

/**
 * The languages for `Intl`, best first: that of the voice, since it may say more than the language of the call, as `en-GB` does.
 * The last one is the default of Plivo. It keeps the result from depending on the machine.
 */
export const localesOf = ({ speaking, language }: Context): readonly string[] =>
  [speaking?.voice?.language, speaking?.language, language, 'en-US'].filter(isLocale);

function isLocale(name: string | undefined): name is string {
  try {
    return name !== undefined && Intl.getCanonicalLocales(name).length === 1;
  } catch {
    return false;
  }
}

/** `Intl` separates groups of digits by such spaces in some languages, and voices may pause at them. */
const unusualSpace = /[\u00a0\u202f]/g;
const invisible = /[\u200e\u200f\u061c]/g;

/** A text of `Intl` without the characters that are for the eye alone. */
export const plainSpaces = (text: string): string => text.replace(invisible, '').replace(unusualSpace, ' ');

/** The error for a value that cannot be spoken. It does not show the value: it may be a caller's. */
export const notSpoken = (element: string, expected: string, example: string): DocumentError =>
  new DocumentError('E_SPOKEN', { element, expected, example });
