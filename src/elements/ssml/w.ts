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
  name: 'w',
  content: textAndElements(['break', 'emphasis', 'phoneme', 'prosody', 'say-as', 'sub']),
  attributes: {
    /** What the word is: a verb, a past participle, or not its usual meaning. */
    role: oneOf(['amazon:VB', 'amazon:VBD', 'amazon:SENSE_1'], { required: true }),
  },
});

/** The props of {@link W}. */
export interface WProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

/**
 * A word whose part of speech or meaning decides how it is said.
 *
 * Source: https://www.plivo.com/docs/voice/concepts/ssml
 *
 * @example
 * ```tsx
 * import { Speak } from 'plivo-jsx';
 *
 * const past = (
 *   <Speak voice="Polly.Joanna">
 *     I <w role="amazon:VBD">read</w> it yesterday
 *   </Speak>
 * );
 * ```
 */
export const W: ElementComponent<WProps> = defineElement(declaration);
