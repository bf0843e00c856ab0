/**
 * The words for yes and no that {@link yesNo} knows: in English, Spanish, Hindi, French, German and Portuguese.
 * @module
 */

/** No word of one list means the opposite in another language. */
export const yesNoWords = {
  yes: [
    ...['yes', 'yeah', 'yep', 'yup', 'sure', 'ok', 'okay', 'correct', 'right'],
    ...['sí', 'claro', 'vale', 'correcto', 'correcta'],
    ...['हाँ', 'हां', 'बिल्कुल', 'ठीक', 'सही', 'haan', 'haanji'],
    ...['oui', 'ouais'],
    ...['ja', 'jawohl', 'genau', 'richtig', 'korrekt'],
    ...['sim', 'certo', 'correto'],
  ],
  no: [
    ...['no', 'nope', 'not', 'wrong', 'incorrect'],
    ...['incorrecto', 'incorrecta'],
    ...['नहीं', 'नही', 'ना', 'गलत', 'ग़लत', 'nahin', 'nahi'],
    ...['non', 'pas'],
    ...['nein', 'nee', 'nicht', 'falsch'],
    ...['não', 'errado'],
  ],
} as const;
