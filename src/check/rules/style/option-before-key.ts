import { promptWordsOf } from '../../../elements/prompt-words.ts';
import { spokenKeysIn, wordsIn } from '../../../elements/spoken-key.ts';
import type { Rule } from '../../finding.ts';
import type { SpokenText } from '../../graph.ts';
import { inputsOf, sentencesOf } from '../../inputs.ts';
import { atInput, quoted } from './at-input.ts';

/** An option is said before its key. */
export const optionBeforeKey: Rule = {
  id: 'R201',
  name: 'option-before-key',
  level: 'style',
  sentence: 'A prompt says the key before the option.',
  why: 'Callers wait for the option that they want. They have to remember a key that was said before it, and most then hear the prompt once more.',
  check(graph) {
    const known = new Map<string, string | undefined>();
    /** The first sentence of a text that begins with a key. */
    const wrongIn = ({ text, language }: SpokenText) => {
      const key = `${language} ${text}`;
      if (!known.has(key))
        known.set(
          key,
          sentencesOf(text).find((sentence) => isKeyFirst(sentence, language)),
        );
      return known.get(key);
    };
    return inputsOf(graph).flatMap((input) => {
      const said = input.prompt.map(wrongIn).find((sentence) => sentence !== undefined);
      return said === undefined
        ? []
        : [
            atInput(
              input,
              `${input.path} says the key before the option: ${quoted(said)}`,
              'say the option first, as in “For sales, press 1.”',
            ),
          ];
    });
  },
};

/** Whether a sentence begins with a key, and goes on with what it is for. */
function isKeyFirst(sentence: string, language: string): boolean {
  const words = promptWordsOf(language);
  const [first] = spokenKeysIn(sentence);
  if (words === undefined || first === undefined) return false;
  const said = wordsIn(sentence);
  const [begin, end] = [Math.min(first.verb, first.at), Math.max(first.verb, first.at)];
  const isOpener = new Set(words.openers.split(' '));
  if (said.slice(0, begin).some((word) => !isOpener.has(word))) return false;
  const after = said[end + 1];
  // Where the verb is last, as in Hindi, whatever follows it is the option.
  return words.isVerbLast === true ? after !== undefined : words.purposes.split(' ').includes(after ?? '');
}
