/**
 * Which voice speaks which language.
 * @module
 */
import { didYouMean } from '../did-you-mean.ts';

interface VoicesByLanguage {
  readonly [language: string]: readonly string[];
}

const basic = {
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
} as const satisfies VoicesByLanguage;

const polly = {
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
} as const satisfies VoicesByLanguage;

/** The voices of Plivo itself, by language. */
export const basicVoices: VoicesByLanguage = basic;

/** The voices of Amazon Polly that Plivo lists, by language, without the `Polly.` in front; newer ones may work unlisted. */
export const pollyVoices: VoicesByLanguage = polly;

type VoiceIn<Voices extends VoicesByLanguage> = Voices[keyof Voices][number];
/** A voice of Amazon Polly that Plivo lists. */
export type PollyVoice = `Polly.${VoiceIn<typeof polly>}`;

/**
 * A voice that Plivo lists: one of its own, or one of Amazon Polly. `<Speak voice>` takes any other name after `Polly.` too,
 * since newer voices may work unlisted. Data with such a name has the type `Voice | 'Polly.Ruth'`.
 *
 * @example
 * ```tsx
 * import { Speak, type Voice } from 'plivo-jsx';
 *
 * const Greeting = ({ voice }: { voice: Voice }) => <Speak voice={voice}>Hello</Speak>;
 * ```
 */
export type Voice = VoiceIn<typeof basic> | PollyVoice;

/**
 * What the type parameter of `<Speak>` may be. A plain template literal would absorb the names, and editors would not offer
 * them; with a default of the type parameter they would offer only that, so a type of its own stands for a voice left out.
 */
export type AnyVoice = Voice | (`Polly.${string}` & {}) | DefaultVoice;

/** Stands for a voice that is left out, which is `WOMAN`. */
export interface DefaultVoice {
  readonly isDefault: never;
}

/**
 * What `<Speak language>` takes: a language that one of the voices speaks.
 *
 * @example
 * ```tsx
 * import { Speak, type SpeakLanguage } from 'plivo-jsx';
 *
 * const Greeting = ({ language }: { language: SpeakLanguage }) => (
 *   <Speak voice={language === 'es-MX' ? 'Polly.Mia' : 'Polly.Joanna'}>{language === 'es-MX' ? '¡Hola!' : 'Hello'}</Speak>
 * );
 * ```
 */
export type SpeakLanguage = keyof typeof basic | keyof typeof polly;

/** The languages of {@link SpeakLanguage}. */
export const languages = [...new Set([...Object.keys(basic), ...Object.keys(polly)])] as SpeakLanguage[];

/** Whether a voice speaks this language. */
export const isLanguage = (name: string): boolean => (languages as readonly string[]).includes(name);

/**
 * The languages that Plivo names for `<GetInput>`. Its pages call the first ones the common ones, and use the last two in
 * examples; others may work.
 */
export const speechLanguages = [
  'en-US',
  'en-GB',
  'en-AU',
  'es-US',
  'es-ES',
  'fr-FR',
  'de-DE',
  'it-IT',
  'pt-BR',
  'ja-JP',
  'zh-CN',
  'en-IN',
  'hi-IN',
] as const;

/** The languages that a voice speaks. Of a voice that Plivo does not list they are not known, so it may speak any. */
export type LanguageOf<V> = [DefaultVoice] extends [V]
  ? LanguageOf<'WOMAN'>
  : V extends `Polly.${infer Name extends VoiceIn<typeof polly>}`
    ? {
        [L in keyof typeof polly]: Name extends (typeof polly)[L][number] ? L : never;
      }[keyof typeof polly]
    : V extends VoiceIn<typeof basic>
      ? { [L in keyof typeof basic]: V extends (typeof basic)[L][number] ? L : never }[keyof typeof basic]
      : SpeakLanguage;

/** The voice itself; or a hint for the message of the compiler, where only a longer name is listed, as for `Polly.Lupe`. */
export type CheckedVoice<V> = V extends PollyVoice
  ? V
  : `${V & string}-Standard` extends PollyVoice
    ? `Did you mean ${V & string}-Standard?`
    : V;

/** Every voice that Plivo lists, as it is written. */
const listed = [
  ...new Set([
    ...Object.values(basic).flat(),
    ...Object.values(polly)
      .flat()
      .map((name) => `Polly.${name}`),
  ]),
];

/** The listed voice that an author probably meant, such as `Polly.Lupe-Standard` by `Polly.Lupe`. */
export function closestVoice(voice: string): string | undefined {
  const longer = listed.find((name) => name.toLowerCase().startsWith(`${voice.toLowerCase()}-`));
  return longer ?? didYouMean(voice, listed, 2);
}

/** The language that an author probably meant: the closest of those that the voice speaks, or its only one. */
export function closestLanguage(voice = 'WOMAN', language = ''): string | undefined {
  const spoken = languages.filter((name) => speaks(voice, name) === 'yes');
  return spoken.length === 1 ? spoken[0] : didYouMean(language, spoken, 2);
}

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
