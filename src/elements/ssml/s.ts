import { textAndElements } from '../content.ts';
import { defineElement } from '../define-element.ts';

/**
 * A sentence, with a pause after it.
 *
 * Source: https://www.plivo.com/docs/voice/concepts/ssml
 *
 * @example
 * ```tsx
 * import { Speak } from 'plivo-jsx';
 *
 * const sentences = (
 *   <Speak voice="Polly.Joanna">
 *     <s>We are closed today</s>
 *     <s>We open at nine</s>
 *   </Speak>
 * );
 * ```
 */
export const S = defineElement({
  name: 's',
  content: textAndElements(['break', 'emphasis', 'lang', 'phoneme', 'prosody', 'say-as', 'sub', 'w']),
  attributes: {},
});
