/**
 * The sentences that a flow speaks, in each of its languages.
 * @module
 */
import type { AnyTexts, CheckedTexts, SentencesOf } from './catalogue-types.ts';
import { assertTexts } from './check-texts.ts';
import { createSentence } from './sentence.ts';

/** The voice of a language: the attributes of its `<Speak>`. */
export interface LanguageVoice {
  readonly voice?: string | undefined;
  readonly language?: string | undefined;
}

/** The languages of a catalogue, and the voice of each. */
export interface CatalogueFacts {
  /** The first one is spoken when the language of the call is not known. */
  readonly languages: readonly [string, ...string[]];
  readonly voices: { readonly [language: string]: LanguageVoice };
}

/** The key of the facts of a catalogue; sentences have texts as keys. */
export const catalogueFacts: unique symbol = Symbol('catalogue');

/** A catalogue with any sentences. */
export interface AnyCatalogue {
  readonly [catalogueFacts]: CatalogueFacts;
}

/** The sentences of a catalogue: each is a {@link Sentence}, or a function that makes one. */
export type Catalogue<T extends AnyTexts> = AnyCatalogue & SentencesOf<T>;

/**
 * Creates the sentences of a flow from their texts in each language. A sentence that a language lacks, or that has other
 * arguments there, does not compile. `<Say>` speaks a sentence in the language of the call, with the voice of that language.
 *
 * A text is the content of a `<Speak>`: text, SSML tags and spoken values such as `<SayDate>`. The sentences `apology`,
 * `oneMoment` and `startOver` are what callers hear after a failure, unless the flow has `phrases`.
 *
 * @param languages for each language, by its tag such as `es` or `en-GB`: its `voice`, and its sentences by name; a sentence
 *   with arguments is a function. The first language is spoken when that of the call is not known.
 * @returns the sentences by name: `t.noInput`, and `t.booked('Ana')` of a function
 * @throws {@link PlivoJsxError} `E_CATALOGUE` when a language lacks a sentence or a voice, or its name is no language tag
 * @example
 * ```tsx
 * import { catalogue, flow, level, Response, Say } from 'plivo-jsx';
 *
 * const t = catalogue({
 *   en: {
 *     voice: { voice: 'Polly.Joanna', language: 'en-US' },
 *     goodbye: 'Goodbye.',
 *     booked: (name: string) => <>Hello {name}, we expect you.</>,
 *   },
 *   es: {
 *     voice: { voice: 'Polly.Lucia', language: 'es-ES' },
 *     goodbye: 'Adiós.',
 *     booked: (name: string) => <>Hola {name}, le esperamos.</>,
 *   },
 * });
 *
 * const booked = level('/booked', () => (
 *   <Response>
 *     <Say>
 *       {t.booked('Ana')} {t.goodbye}
 *     </Say>
 *   </Response>
 * ));
 * export default flow('booking', { levels: [booked], catalogue: t });
 * ```
 */
export function catalogue<T extends AnyTexts>(languages: T & CheckedTexts<T>): Catalogue<T>;
export function catalogue(languages: AnyTexts): AnyCatalogue {
  assertTexts(languages);
  const tags = Object.keys(languages) as [string, ...string[]];
  const facts: CatalogueFacts = {
    languages: tags,
    voices: Object.fromEntries(tags.map((tag) => [tag, languages[tag]!.voice])),
  };
  const names = Object.keys(languages[tags[0]]!).filter((name) => name !== 'voice');
  const sentences = names.map((name) => {
    const texts = tags.map((tag) => [tag, (languages[tag] as { readonly [name: string]: unknown })[name]]);
    return [name, createSentence(facts, name, Object.fromEntries(texts))];
  });
  return Object.freeze({ [catalogueFacts]: facts, ...Object.fromEntries(sentences) });
}
