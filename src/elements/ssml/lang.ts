import { oneOf } from '../attribute.ts';
import { textAndElements } from '../content.ts';
import {
  declareElement,
  defineElement,
  type DeclaredAttributes,
  type DeclaredChildren,
  type ElementComponent,
} from '../define-element.ts';

const declaration = declareElement({
  name: 'lang',
  content: textAndElements([
    'break',
    'emphasis',
    'lang',
    'p',
    'phoneme',
    'prosody',
    's',
    'say-as',
    'sub',
    'w',
  ]),
  attributes: {
    /** The language of what is inside. */
    'xml:lang': oneOf(
      [
        'arb',
        'cmn-CN',
        'da-DK',
        'nl-NL',
        'en-AU',
        'en-GB',
        'en-IN',
        'en-US',
        'en-GB-WLS',
        'fr-FR',
        'fr-CA',
        'de-DE',
        'hi-IN',
        'is-IS',
        'it-IT',
        'ja-JP',
        'ko-KR',
        'nb-NO',
        'pl-PL',
        'pt-BR',
        'pt-PT',
        'ro-RO',
        'ru-RU',
        'es-ES',
        'es-MX',
        'es-US',
        'sv-SE',
        'tr-TR',
        'cy-GB',
      ],
      { required: true },
    ),
  },
});

/** The props of {@link Lang}. */
export interface LangProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

/**
 * Says what is inside in another language, with the same voice.
 *
 * Source: https://www.plivo.com/docs/voice/concepts/ssml
 *
 * @example
 * ```tsx
 * import { Speak } from 'plivo-jsx';
 *
 * const greeting = (
 *   <Speak voice="Polly.Joanna">
 *     Welcome, or <lang xml:lang="es-ES">bienvenidos</lang>
 *   </Speak>
 * );
 * ```
 */
export const Lang: ElementComponent<LangProps> = defineElement(declaration);
