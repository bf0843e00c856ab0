/**
 * The keys that a prompt tells the caller to press, in the languages of `prompt-words.ts`.
 * @module
 */
import { promptWords } from './prompt-words.ts';
import type { Key } from './telephone-key.ts';

const verbs = (isLast: boolean) =>
  new Set(
    Object.values(promptWords)
      .filter(({ isVerbLast = false }) => isVerbLast === isLast)
      .flatMap((words) => words.verbs.split(' ')),
  );

/** Verbs after which the key is said, and those before which it is. */
const [verbsBefore, verbsAfter] = [verbs(false), verbs(true)];

/** How far from the verb the key may be said: "press the number one", "appuyez sur la touche 1". */
const nearby = 4;

/** The words of each key; 0 to 9 stand for themselves. Articles that mean "one" are left out: "pressione uma tecla". */
const words: { readonly [key in Key]: string } = {
  '0': 'zero zéro cero null ० शून्य',
  '1': 'one uno un um eins १ एक',
  '2': 'two dos deux dois duas zwei due २ दो',
  '3': 'three tres trois três drei tre ३ तीन',
  '4': 'four cuatro quatre quatro vier quattro ४ चार',
  '5': 'five cinco cinq fünf cinque ५ पाँच पांच',
  '6': 'six seis sechs sei ६ छह छः छे',
  '7': 'seven siete sept sete sieben sette ७ सात',
  '8': 'eight ocho huit oito acht otto ८ आठ',
  '9': 'nine nueve neuf nove neun ९ नौ',
  '*': 'star asterisk asterisco estrella étoile estrela stern stella स्टार तारा',
  '#': 'pound hash almohadilla numeral gato dièse cerquilha raute cancelletto हैश पाउंड',
};

const keyOfWord = new Map<string, Key>(
  (Object.entries(words) as [Key, string][]).flatMap(([key, text]) => [
    [key, key] as const,
    ...text.split(' ').map((word) => [word, key] as const),
  ]),
);

/** A key that a text tells the caller to press, and where its words are. */
export interface SpokenKey {
  readonly key: Key;
  /** The indexes of the verb and of the key among {@link wordsIn}. */
  readonly verb: number;
  readonly at: number;
}

/** The words of a text, in lower case, with the keys `*` and `#`. */
export const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}]+|\p{Nd}+|[*#]/gu) ?? [];

/** Where a text tells the caller to press keys, in the order of the verbs. */
export function spokenKeysIn(text: string): readonly SpokenKey[] {
  const said = wordsIn(text);
  return said.flatMap((word, verb) => {
    const near = verbsBefore.has(word)
      ? Array.from({ length: nearby }, (_, step) => verb + 1 + step)
      : verbsAfter.has(word)
        ? Array.from({ length: nearby }, (_, step) => verb - 1 - step)
        : [];
    const at = near.find((index) => keyOfWord.has(said[index] ?? ''));
    return at === undefined ? [] : [{ key: keyOfWord.get(said[at]!)!, verb, at }];
  });
}

/** The keys that a text tells the caller to press; empty when it names none in a language that is known here. */
export const spokenKeys = (text: string): ReadonlySet<Key> =>
  new Set(spokenKeysIn(text).map(({ key }) => key));
