/**
 * The key that a prompt tells the caller to press, in the languages that are listed here.
 * @module
 */
import type { Key } from './choice.ts';

/** Verbs after which the key is said, in English, Spanish, Portuguese, French, German and Italian. */
const verbsBefore = new Set(
  (
    'press push dial touch ' +
    'pulse pulsa oprima oprime presione presiona marque marca teclee ' +
    'pressione tecle digite aperte disque ' +
    'appuyez tapez composez faites ' +
    'drücken wählen ' +
    'prema premi digiti digita'
  ).split(' '),
);

/** Verbs before which the key is said, in Hindi. */
const verbsAfter = new Set('दबाएँ दबाएं दबाइए दबाये दबायें'.split(' '));

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

/** The keys that a text tells the caller to press; empty when it names none in a language that is known here. */
export function spokenKeys(text: string): ReadonlySet<Key> {
  const said =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+|\p{Nd}+|[*#]/gu) ?? [];
  const found = new Set<Key>();
  said.forEach((word, at) => {
    const near = verbsBefore.has(word)
      ? said.slice(at + 1, at + 1 + nearby)
      : verbsAfter.has(word)
        ? said.slice(Math.max(0, at - nearby), at).toReversed()
        : [];
    const key = near.find((other) => keyOfWord.has(other));
    if (key !== undefined) found.add(keyOfWord.get(key)!);
  });
  return found;
}
