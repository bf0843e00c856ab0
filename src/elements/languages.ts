/**
 * Which voice speaks which language.
 * @module
 */

/** The voices of Plivo itself, by language. */
export const basicVoices: { readonly [language: string]: readonly string[] } = {
  'da-DK': ['WOMAN'],
  'nl-NL': ['WOMAN', 'MAN'],
  'en-AU': ['WOMAN', 'MAN'],
  'en-GB': ['WOMAN', 'MAN'],
  'en-US': ['WOMAN', 'MAN'],
  'fr-FR': ['WOMAN', 'MAN'],
  'fr-CA': ['WOMAN'],
  'de-DE': ['WOMAN', 'MAN'],
  'it-IT': ['WOMAN', 'MAN'],
  'pl-PL': ['WOMAN', 'MAN'],
  'pt-PT': ['MAN'],
  'pt-BR': ['WOMAN', 'MAN'],
  'ru-RU': ['WOMAN'],
  'es-ES': ['WOMAN', 'MAN'],
  'es-US': ['WOMAN', 'MAN'],
  'sv-SE': ['WOMAN'],
};

/** The voices of Amazon Polly that Plivo lists, by language, without the `Polly.` in front; newer ones may work unlisted. */
export const pollyVoices: { readonly [language: string]: readonly string[] } = {
  arb: ['Zeina'],
  'cmn-CN': ['Zhiyu'],
  'cy-GB': ['Gwyneth'],
  'da-DK': ['Naja', 'Mads'],
  'de-DE': ['Vicki', 'Marlene', 'Hans'],
  'en-AU': ['Nicole', 'Russell'],
  'en-GB': ['Amy', 'Emma', 'Brian'],
  'en-GB-WLS': ['Geraint'],
  'en-IN': ['Raveena', 'Aditi'],
  'en-US': ['Joanna', 'Salli', 'Kendra', 'Kimberly', 'Ivy', 'Matthew', 'Justin', 'Joey'],
  'es-ES': ['Conchita', 'Lucia', 'Enrique'],
  'es-MX': ['Mia'],
  'es-US': ['Penelope', 'Lupe-Standard', 'Miguel'],
  'fr-CA': ['Chantal'],
  'fr-FR': ['Lea', 'Celine', 'Mathieu'],
  'hi-IN': ['Aditi'],
  'is-IS': ['Dora', 'Karl'],
  'it-IT': ['Carla', 'Giorgio'],
  'ja-JP': ['Mizuki', 'Takumi'],
  'ko-KR': ['Seoyeon'],
  'nb-NO': ['Liv'],
  'nl-NL': ['Lotte', 'Ruben'],
  'pl-PL': ['Ewa', 'Maja', 'Jacek', 'Jan'],
  'pt-BR': ['Vitória', 'Ricardo'],
  'pt-PT': ['Ines', 'Cristiano'],
  'ro-RO': ['Carmen'],
  'ru-RU': ['Tatyana', 'Maxim'],
  'sv-SE': ['Astrid'],
  'tr-TR': ['Filiz'],
};

/**
 * Whether a voice speaks a language.
 *
 * @param voice as written; left out it is `WOMAN`
 * @param language as written; left out it is `en-US` for Plivo's own voices, and a Polly voice speaks its own
 */
export function speaks(voice = 'WOMAN', language?: string): 'yes' | 'not this language' | 'unknown voice' {
  const isPolly = voice.startsWith('Polly.');
  const name = isPolly ? voice.slice('Polly.'.length) : voice;
  const voices = isPolly ? pollyVoices : basicVoices;
  if (!Object.values(voices).some((names) => names.includes(name))) return 'unknown voice';
  if (isPolly && language === undefined) return 'yes';
  const spoken = language ?? 'en-US';
  return Object.hasOwn(voices, spoken) && voices[spoken]!.includes(name) ? 'yes' : 'not this language';
}
