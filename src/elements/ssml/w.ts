import { oneOf } from '../attribute.ts';
import { textAndElements } from '../content.ts';
import { defineElement } from '../define-element.ts';

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
export const W = defineElement({
  name: 'w',
  content: textAndElements(['break', 'emphasis', 'phoneme', 'prosody', 'say-as', 'sub']),
  attributes: {
    /** What the word is: a verb, a past participle, or not its usual meaning. */
    role: oneOf(['amazon:VB', 'amazon:VBD', 'amazon:SENSE_1'], { required: true }),
  },
});
