import type { Phrases } from 'plivo-jsx';
import { languages, type Language, type Sentence } from './prompts.ts';
import { Say } from './say.tsx';

const isLanguage = (lang: string | undefined): lang is Language => languages.includes(lang as Language);

/** The sentences for failures: in the language of the caller, or in all languages before one is chosen. */
export function phrases(lang: string | undefined): Phrases {
  const langs = isLanguage(lang) ? [lang] : languages;
  const say = (sentence: Sentence) => langs.map((each) => <Say lang={each} sentence={sentence} />);
  return { apology: say('apology'), oneMoment: say('oneMoment'), startOver: say('startOver') };
}
