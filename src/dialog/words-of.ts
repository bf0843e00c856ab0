/**
 * The words that choose a choice, in the language at its place.
 * @module
 */
import { Sentence } from '../flow/sentence.ts';
import type { Found } from './expand.ts';
import { speak } from './prompt.ts';
import { textIn } from './text-in.ts';

/** Words that choose a choice: one phrase, several, or a sentence of the catalogue with commas between them. */
export type Words = string | readonly string[] | Sentence;

/** The words of a choice; none when it has only a key. */
export function wordsOf({ element, context }: Found): readonly string[] {
  const says = element.props['says'] as Words | undefined;
  if (says === undefined) return [];
  const words =
    says instanceof Sentence
      ? textIn(speak(says), context).split(',')
      : typeof says === 'string'
        ? [says]
        : says;
  return words.map((each) => each.trim()).filter((each) => each !== '');
}
