import { string } from '../attribute.ts';
import { text } from '../content.ts';
import { defineElement } from '../define-element.ts';

/**
 * Says something else instead of what is inside.
 *
 * Source: https://www.plivo.com/docs/voice/concepts/ssml
 *
 * @example
 * ```tsx
 * import { Speak } from 'plivo-jsx';
 *
 * const company = (
 *   <Speak voice="Polly.Joanna">
 *     <sub alias="World Wide Web Consortium">W3C</sub>
 *   </Speak>
 * );
 * ```
 */
export const Sub = defineElement({
  name: 'sub',
  content: text({ expected: 'what is not said' }),
  attributes: {
    /** What is said. */
    alias: string({ required: true }),
  },
});
