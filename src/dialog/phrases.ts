/**
 * The few sentences that dialogs say by themselves, by language. Each can be replaced by a prop.
 * @module
 */
import { catalogueFacts } from '../flow/catalogue.ts';
import type { Context } from '../render/context.ts';

/** The sentences of one language. */
export interface DialogPhrases {
  /** Asks whether words were understood. */
  readonly didYouSay: (words: string) => string;
  /** Tells how to confirm: option before key. */
  readonly yesOrNo: string;
  /** What a caller may say instead of the keys. With a word of each, such as "not right", the caller is asked again. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

const phrases: { readonly [language: string]: DialogPhrases } = {
  en: {
    didYouSay: (words) => `Did you say ${words}?`,
    yesOrNo: 'If that is right, press 1. If not, press 2.',
    yes: ['yes', 'yeah', 'right', 'correct'],
    no: ['no', 'nope', 'not', 'wrong'],
  },
  es: {
    didYouSay: (words) => `¿Ha dicho ${words}?`,
    yesOrNo: 'Si es correcto, pulse 1. Si no, pulse 2.',
    yes: ['sí', 'correcto', 'exacto', 'vale'],
    no: ['no', 'incorrecto'],
  },
  hi: {
    didYouSay: (words) => `क्या आपने ${words} कहा?`,
    yesOrNo: 'अगर यह सही है, तो 1 दबाएँ। अगर नहीं, तो 2 दबाएँ।',
    yes: ['हाँ', 'हां', 'जी', 'सही'],
    no: ['नहीं', 'जी नहीं', 'ना', 'गलत'],
  },
  fr: {
    didYouSay: (words) => `Avez-vous dit ${words} ?`,
    yesOrNo: 'Si c’est exact, tapez 1. Sinon, tapez 2.',
    yes: ['oui', 'exact', 'd’accord'],
    no: ['non', 'pas', 'faux'],
  },
  de: {
    didYouSay: (words) => `Haben Sie ${words} gesagt?`,
    yesOrNo: 'Wenn das stimmt, drücken Sie die 1. Wenn nicht, drücken Sie die 2.',
    yes: ['ja', 'richtig', 'genau'],
    no: ['nein', 'nicht', 'falsch'],
  },
  pt: {
    didYouSay: (words) => `Você disse ${words}?`,
    yesOrNo: 'Se estiver certo, tecle 1. Se não, tecle 2.',
    yes: ['sim', 'certo', 'correto'],
    no: ['não', 'errado'],
  },
  it: {
    didYouSay: (words) => `Ha detto ${words}?`,
    yesOrNo: 'Se è giusto, prema 1. Se no, prema 2.',
    yes: ['sì', 'giusto', 'esatto'],
    no: ['no', 'non', 'sbagliato'],
  },
};

/** The words for yes and no of all languages. No word means the opposite in another language. */
export const wordsOfAllLanguages: Pick<DialogPhrases, 'yes' | 'no'> = {
  yes: Object.values(phrases).flatMap(({ yes }) => yes),
  no: Object.values(phrases).flatMap(({ no }) => no),
};

/** The language of the call: that of its context, or the first one of the flow. */
export const languageOf = ({ language, languages, catalogue }: Context): string | undefined =>
  language ?? languages?.[0] ?? catalogue?.[catalogueFacts].languages[0];

/** The sentences in the language of the call; English where there are none. */
export function phrasesOf(context: Context): DialogPhrases {
  const [subtag = 'en'] = (languageOf(context) ?? 'en').toLowerCase().split(/[-_]/);
  return Object.hasOwn(phrases, subtag) ? phrases[subtag]! : phrases['en']!;
}
