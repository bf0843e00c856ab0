/**
 * Compares what a caller said with the words of choices.
 * @module
 */

/** A text as words without case, accents and punctuation, with a space around each. */
const plain = (text: string): string =>
  ` ${text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `;

/**
 * The index of the choice whose words were said. Exactly its words win over its words inside of a longer answer; an answer that
 * fits two choices fits none.
 *
 * @param said what Plivo recognised
 * @param choices the words of each choice
 */
export function choiceOfWords(said: string, choices: readonly (readonly string[])[]): number | undefined {
  const answer = plain(said);
  if (answer.trim() === '') return undefined;
  return (
    only(choices, (words) => plain(words) === answer) ??
    only(choices, (words) => plain(words).trim() !== '' && answer.includes(plain(words)))
  );
}

/** The index of the only choice with words that fit. */
function only(choices: readonly (readonly string[])[], fits: (words: string) => boolean): number | undefined {
  const fitting = choices.flatMap((words, index) => (words.some(fits) ? [index] : []));
  return fitting.length === 1 ? fitting[0] : undefined;
}
