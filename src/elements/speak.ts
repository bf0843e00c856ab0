import type { Node } from '../../jsx-runtime/element.ts';
import { integer, string, voice } from './attribute.ts';
import { textAndElements } from './content.ts';
import {
  declareElement,
  defineElement,
  type DeclaredAttributes,
  type DeclaredChildren,
  type ElementDefinition,
} from './define-element.ts';
import {
  closestLanguage,
  closestVoice,
  isLanguage,
  speaks,
  type AnyVoice,
  type CheckedVoice,
  type LanguageOf,
  type Voice,
} from './languages.ts';
import { endless } from './unreachable.ts';

/** The language may come from outside, so it is shown only when it has the form of one. */
function notSpoken(name = 'WOMAN', written = 'en-US'): string {
  if (isLanguage(written))
    return `<Speak> has the voice ${name}, which does not speak the language ${written}.`;
  const shown = /^[a-z]{2,3}(-[a-z]{2,3}){0,2}$/i.test(written) ? `the language ${written}` : 'a language';
  return `<Speak> has ${shown}, which no voice speaks.`;
}

const declaration = declareElement({
  name: 'Speak',
  role: 'says',
  content: textAndElements(
    ['break', 'emphasis', 'lang', 'p', 'phoneme', 'prosody', 's', 'say-as', 'sub', 'w'],
    { maxCharacters: 3000 },
  ),
  attributes: {
    /** A built-in voice or `Polly.<Name>`; SSML inside is honoured only with a Polly voice. Default: WOMAN. */
    voice: voice(['WOMAN', 'MAN'], { default: 'WOMAN' }),
    /** The language to speak; the voice must offer it, since Plivo ends the call on any other. Default: en-US. */
    language: string({ default: 'en-US', closed: true }),
    /** How often to say it; 0 repeats for ever, so that nothing after it is reached. Default: 1. */
    loop: integer({ min: 0, default: 1 }),
  },
  rules: [
    {
      message: '<Speak> has a language that its voice does not offer.',
      says: ({ attributes: { voice: name, language: written } }) => notSpoken(name, written),
      fix: 'choose a pair from "Voices and languages" in docs/reference/elements.md; Plivo ends the call on any other.',
      broken: ({ attributes }) => speaks(attributes['voice'], attributes['language']) === 'not this language',
      guess: ({ attributes: { voice: name, language: written } }) => {
        const language = closestLanguage(name, written);
        return language && `language="${language}"`;
      },
    },
    {
      message: '<Speak> has a Polly voice that Plivo does not list.',
      fix: 'check the name; newer voices, such as the neural ones, may work without being listed.',
      severity: 'warning',
      broken: ({ attributes }) => speaks(attributes['voice'], attributes['language']) === 'unknown voice',
      guess: ({ attributes: { voice: name = '' } }) => closestVoice(name),
    },
    {
      message: '<Speak> has SSML inside and no Polly voice.',
      fix: 'add a voice such as voice="Polly.Joanna", or remove the SSML tags.',
      broken: ({ attributes, children }) => children.length > 0 && !attributes['voice']?.startsWith('Polly.'),
    },
    endless('Speak'),
  ],
});

type Declared = DeclaredAttributes<typeof declaration>;

/** The attributes as declared, except that voice and language belong together. */
type SpeakAttributes<V> = {
  readonly [Name in keyof Declared]: Name extends 'voice'
    ? CheckedVoice<V> | undefined
    : Name extends 'language'
      ? LanguageOf<V> | undefined
      : Declared[Name];
};

/** The props of {@link Speak}, for one voice or for any. */
export interface SpeakProps<V extends AnyVoice = Voice>
  extends SpeakAttributes<V>, DeclaredChildren<typeof declaration> {}

/** `<Speak>` is generic, so that the compiler checks whether the voice speaks the language. */
export interface SpeakElement {
  <V extends AnyVoice>(props: SpeakProps<V>): Node;
  readonly definition: ElementDefinition;
}

/**
 * Says the text; inside `<GetDigits>` or `<GetInput>` any key (or speech) interrupts it.
 *
 * Source: https://www.plivo.com/docs/voice/xml/audio-output
 *
 * @example
 * ```tsx
 * import { Speak } from 'plivo-jsx';
 *
 * const greeting = (
 *   <Speak voice="Polly.Joanna">
 *     Hello <break time="300ms" /> there
 *   </Speak>
 * );
 * ```
 */
export const Speak = defineElement(declaration) as SpeakElement;
