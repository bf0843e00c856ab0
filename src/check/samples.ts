/**
 * What callers try at an input: keys and words that the document accepts, and some that it does not.
 * @module
 */
import type { ActionOf } from '../phone/index.ts';
import type { Does } from './graph.ts';

/** One thing to do, in the words of a script. */
export interface Try {
  readonly words: string;
  readonly does: Does;
}

/** What no menu expects. */
export const nonsense = 'blah blah';

/** Inputs of more keys than these are lists of digits that the caller ends, such as a menu without `numDigits`. */
const mostWhole = 16;

/** The most hints of one input that are tried. */
const mostHints = 30;

/** The keys to try: each one of a menu; of a longer input a short and a whole one. */
export function keysToTry(
  { validKeys, invalidKeys, endKeys, maxKeys }: ActionOf<'press'>,
  isRepeated: boolean,
): readonly Try[] {
  const end = endKeys[0] ?? '';
  const [wrong] = invalidKeys;
  const isMenu = maxKeys === 1;
  const keys = [...validKeys].map((key): Try => ({
    words: isMenu ? key : key + end,
    does: isMenu || maxKeys > mostWhole ? 'key' : 'digits',
  }));
  const wrongKeys: Try[] =
    wrong === undefined ? [] : [{ words: isMenu ? wrong : wrong + end, does: 'wrongKey' }];
  if (isRepeated) return [...keys.slice(0, 1), ...wrongKeys];
  if (isMenu)
    return [...keys, ...wrongKeys, ...[...endKeys].map((key): Try => ({ words: key, does: 'digits' }))];
  const length = maxKeys > mostWhole ? 5 : maxKeys;
  const whole = Array.from({ length }, (_, index) => validKeys[index % validKeys.length] ?? '').join('');
  const long: Try = { words: length < maxKeys ? whole + end : whole, does: 'digits' };
  return [...(maxKeys > mostWhole ? keys : keys.slice(0, 1)), ...(whole === '' ? [] : [long]), ...wrongKeys];
}

/** The words to say: each hint, and nonsense. */
export function speechToTry({ hints }: ActionOf<'say'>, isRepeated: boolean): readonly Try[] {
  const said = hints.filter((hint) => !hint.includes('"')).slice(0, isRepeated ? 1 : mostHints);
  return [
    ...said.map((hint): Try => ({ words: `say:"${hint}"`, does: 'speech' })),
    { words: `say:"${nonsense}"`, does: 'nonsense' },
  ];
}
