/**
 * Whether a flow speaks a language, and the error for one that it does not speak.
 * @module
 */
import { didYouMean } from '../did-you-mean.ts';
import { DocumentError } from '../render/explain/problem.ts';

/** The language may come from outside, so it is shown only when it has the form of one. */
const mayBeShown = /^[a-z]{2,8}(-[a-z0-9]{2,8}){0,2}$/i;

/** The language of a request, if the flow speaks it. The value comes from outside. */
export const knownLanguage = (lang: unknown, languages: readonly string[]): string | undefined =>
  languages.find((language) => language === lang);

/** The error for a language that is not among those of a flow or of a catalogue. */
export function unknownLanguage(written: unknown, languages: readonly string[]): DocumentError {
  const isShown = typeof written === 'string' && mayBeShown.test(written);
  return new DocumentError('E_LANGUAGE', {
    language: isShown ? `the language ${written}` : 'a language of this name',
    guess: isShown ? didYouMean(written, languages, Math.min(2, written.length - 1)) : undefined,
    languages: languages.join(', '),
  });
}
