import { oneOf } from '../attribute.ts';
import { textAndElements } from '../content.ts';
import { defineElement } from '../define-element.ts';

/**
 * Stresses what is inside.
 *
 * Source: https://www.plivo.com/docs/voice/concepts/ssml
 *
 * @example
 * ```tsx
 * import { Speak } from 'plivo-jsx';
 *
 * const stressed = (
 *   <Speak voice="Polly.Joanna">
 *     This is <emphasis level="strong">important</emphasis>
 *   </Speak>
 * );
 * ```
 */
export const Emphasis = defineElement({
  name: 'emphasis',
  content: textAndElements(['break', 'emphasis', 'lang', 'phoneme', 'prosody', 'say-as', 'sub', 'w']),
  attributes: {
    /** How strong the stress is; `reduced` says it with less than usual. */
    level: oneOf(['strong', 'moderate', 'reduced'], {}),
  },
});
