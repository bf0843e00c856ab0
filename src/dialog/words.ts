/**
 * Compares what a caller said with the words of choices.
 * @module
 */

/** Below it Plivo guesses: the caller is asked. */
export const usualConfidence = 0.5;

/** A text as words without case, accents and punctuation, with a space around each. */
const plain = (text: string): string =>
  ` ${text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(unspaced, ' $& ')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `;

/** Chinese, Japanese and Thai are written without spaces: each character counts as a word. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/**
 * The index of the choice whose words were said. Exactly its words win over its words inside of a longer answer, and "lab
 * results" wins over "results" inside of it; an answer that fits two choices fits none.
 *
 * @param said what Plivo recognised
 * @param choices the words of each choice
 */
export function choiceOfWords(said: string, choices: readonly (readonly string[])[]): number | undefined {
  const answer = plain(said);
  const fitting = choices
    .flatMap((words, index) => words.map((each) => ({ index, words: plain(each) })))
    .filter(({ words }) => words.trim() !== '' && answer.includes(words));
  const exact = fitting.filter(({ words }) => words === answer);
  const widest = fitting.filter(
    ({ words }) => !fitting.some((other) => other.words !== words && other.words.includes(words)),
  );
  const [index, ...others] = new Set((exact.length > 0 ? exact : widest).map((fits) => fits.index));
  return others.length === 0 ? index : undefined;
}

/** Whether two phrases are the same when they are spoken. */
export const isSameWords = (one: string, other: string): boolean => plain(one) === plain(other);
