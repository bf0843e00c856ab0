/**
 * Tells when a text is certainly not in the language that it is spoken in. Prompts are short, so it says nothing when in doubt.
 * @module
 */
import { languagesByScript, wordsByLanguage } from './words.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const languages = Object.entries(wordsByLanguage).map(([language, { common, phone }]) => ({
  language,
  common: setOf(common),
  phone: setOf(phone),
}));

const scripts = Object.entries(languagesByScript).map(([script, { languages: written }]) => ({
  written,
  letters: new RegExp('\\p{Script=' + script + '}', 'gu'),
}));

/** Languages whose voices speak English too. */
const bilingual = new Set(['hi']);

/** A language that was found counts so many times the words of the one that was declared. */
const clearly = 3;

/**
 * The language of a text, when that is certainly another one than the one that it is spoken in.
 *
 * @param declared such as `en-US`
 * @returns a primary subtag such as `es`; undefined when it fits or is not sure
 */
export function notIn(declared: string, text: string): string | undefined {
  const [spoken = ''] = declared.toLowerCase().split('-');
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const { written, letters: ofScript } of scripts)
    if ((text.match(ofScript)?.length ?? 0) > letters / 2)
      return written.includes(spoken) ? undefined : written[0];
  const words = new Set(text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu));
  const counts = languages.map(({ language, common, phone }) => {
    const [of, ofPhone] = [count(words, common), count(words, phone)];
    return { language, all: of + ofPhone, isSure: ofPhone >= 2 || (ofPhone === 1 && of >= 2) || of >= 4 };
  });
  const own = counts.find(({ language }) => language === spoken)?.all ?? 0;
  const [best] = counts.filter(({ isSure }) => isSure).sort((a, b) => b.all - a.all);
  if (best === undefined || best.language === spoken || best.all < own * clearly) return undefined;
  return best.language === 'en' && bilingual.has(spoken) ? undefined : best.language;
}

function count(words: ReadonlySet<string>, of: ReadonlySet<string>): number {
  let number = 0;
  for (const word of words) if (of.has(word)) number++;
  return number;
}

/** The English name of a language. */
export const languageName = (language: string): string =>
  wordsByLanguage[language]?.name ??
  Object.values(languagesByScript).find(({ languages: [first] }) => first === language)?.name ??
  language;
