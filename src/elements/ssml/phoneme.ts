import { oneOf, string } from '../attribute.ts';
import { text } from '../content.ts';
import {
  declareElement,
  defineElement,
  type DeclaredAttributes,
  type DeclaredChildren,
  type ElementComponent,
} from '../define-element.ts';

const declaration = declareElement({
  name: 'phoneme',
  content: text({ expected: 'what is said, as it is written' }),
  attributes: {
    /** The alphabet of `ph`. */
    alphabet: oneOf(['ipa', 'x-sampa', 'x-amazon-pinyin'], {}),
    /** The phonetic spelling. */
    ph: string({ required: true }),
  },
});

/** The props of {@link Phoneme}. */
export interface PhonemeProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

/**
 * Says the text as its phonetic spelling describes.
 *
 * Source: https://www.plivo.com/docs/voice/concepts/ssml
 *
 * @example
 * ```tsx
 * import { Speak } from 'plivo-jsx';
 *
 * const nut = (
 *   <Speak voice="Polly.Joanna">
 *     <phoneme alphabet="ipa" ph="pɪˈkɑːn">
 *       pecan
 *     </phoneme>
 *   </Speak>
 * );
 * ```
 */
export const Phoneme: ElementComponent<PhonemeProps> = defineElement(declaration);
