/**
 * The words by which callers say yes and no.
 * @module
 */

/** By language. No word means the opposite in another language. */
export const yesNoWords = {
  en: {
    yes: ['yes', 'yeah', 'yep', 'yup', 'sure', 'ok', 'okay', 'correct', 'right'],
    no: ['no', 'nope', 'not', 'wrong', 'incorrect'],
  },
  es: {
    yes: ['sí', 'claro', 'vale', 'correcto', 'correcta'],
    no: ['no', 'incorrecto', 'incorrecta'],
  },
  hi: {
    yes: ['हाँ', 'हां', 'बिल्कुल', 'ठीक', 'सही', 'haan'],
    no: ['नहीं', 'ना', 'गलत', 'nahin', 'nahi'],
  },
  fr: {
    yes: ['oui', 'ouais'],
    no: ['non', 'pas'],
  },
  de: {
    yes: ['ja', 'jawohl', 'genau', 'richtig'],
    no: ['nein', 'nee', 'nicht', 'falsch'],
  },
  pt: {
    yes: ['sim', 'claro', 'certo', 'correto'],
    no: ['não', 'errado'],
  },
} as const;
