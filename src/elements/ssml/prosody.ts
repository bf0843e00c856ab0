import { oneOfOrPattern } from '../attribute.ts';
import { textAndElements } from '../content.ts';
import {
  declareElement,
  defineElement,
  type DeclaredAttributes,
  type DeclaredChildren,
  type ElementComponent,
} from '../define-element.ts';

const declaration = declareElement({
  name: 'prosody',
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
    /** How loud: a word, or decibels more or less such as `+6dB`. */
    volume: oneOfOrPattern(
      ['default', 'silent', 'x-soft', 'soft', 'medium', 'loud', 'x-loud'],
      /^[+-]\d+(\.\d+)?dB$/,
      '+6dB' as `${'+' | '-'}${number}dB`,
      {},
    ),
    /** How fast: a word, or percent of the usual rate such as `90%`. */
    rate: oneOfOrPattern(['x-slow', 'slow', 'medium', 'fast', 'x-fast'], /^\d+%$/, '90%' as `${number}%`, {}),
    /** How high: a word, or percent more or less such as `-10%`. */
    pitch: oneOfOrPattern(
      ['default', 'x-low', 'low', 'medium', 'high', 'x-high'],
      /^[+-]?\d+(\.\d+)?%$/,
      '-10%' as `${number}%`,
      {},
    ),
  },
  rules: [
    {
      message: '<prosody> changes nothing.',
      fix: 'give it a volume, rate or pitch.',
      broken: ({ attributes: { volume, rate, pitch } }) =>
        volume === undefined && rate === undefined && pitch === undefined,
    },
  ],
});

/** The props of {@link Prosody}. */
export interface ProsodyProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

/**
 * Says what is inside louder, faster, higher, or less so; at least one of the three must be there.
 *
 * Source: https://www.plivo.com/docs/voice/concepts/ssml
 *
 * @example
 * ```tsx
 * import { Speak } from 'plivo-jsx';
 *
 * const slowly = (
 *   <Speak voice="Polly.Joanna">
 *     <prosody rate="slow">Write this down</prosody>
 *   </Speak>
 * );
 * ```
 */
export const Prosody: ElementComponent<ProsodyProps> = defineElement(declaration);
