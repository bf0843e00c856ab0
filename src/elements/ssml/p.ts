import { textAndElements } from '../content.ts';
import { defineElement } from '../define-element.ts';

/**
 * A paragraph, with a pause after it.
 *
 * Source: https://www.plivo.com/docs/voice/concepts/ssml
 *
 * @example
 * ```tsx
 * import { Speak } from 'plivo-jsx';
 *
 * const news = (
 *   <Speak voice="Polly.Joanna">
 *     <p>We have moved.</p>
 *     <p>Please write down our new address.</p>
 *   </Speak>
 * );
 * ```
 */
export const P = defineElement({
  name: 'p',
  content: textAndElements(['break', 'emphasis', 'lang', 'phoneme', 'prosody', 's', 'say-as', 'sub', 'w']),
  attributes: {},
});
