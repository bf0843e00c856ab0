import { string } from '../attribute.ts';
import { text } from '../content.ts';
import {
  declareElement,
  defineElement,
  type DeclaredAttributes,
  type DeclaredChildren,
  type ElementComponent,
} from '../define-element.ts';

const declaration = declareElement({
  name: 'sub',
  content: text({ expected: 'what is not said' }),
  attributes: {
    /** What is said. */
    alias: string({ required: true }),
  },
});

/** The props of {@link Sub}. */
export interface SubProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

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
export const Sub: ElementComponent<SubProps> = defineElement(declaration);
