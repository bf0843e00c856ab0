import { duration, oneOf } from '../attribute.ts';
import { nothing } from '../content.ts';
import {
  declareElement,
  defineElement,
  type DeclaredAttributes,
  type DeclaredChildren,
  type ElementComponent,
} from '../define-element.ts';

const declaration = declareElement({
  name: 'break',
  content: nothing,
  attributes: {
    /** How strong the pause is, from none at all to longer than between paragraphs. Default: medium. */
    strength: oneOf(['none', 'x-weak', 'weak', 'medium', 'strong', 'x-strong'], { default: 'medium' }),
    /** How long the pause is, such as `500ms` or `1.5s`, up to 10 s. */
    time: duration({ max: 10000 }),
  },
});

/** The props of {@link Break}. */
export interface BreakProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

/**
 * A pause.
 *
 * Source: https://www.plivo.com/docs/voice/concepts/ssml
 *
 * @example
 * ```tsx
 * import { Speak } from 'plivo-jsx';
 *
 * const pause = (
 *   <Speak voice="Polly.Joanna">
 *     One moment <break time="500ms" /> please
 *   </Speak>
 * );
 * ```
 */
export const Break: ElementComponent<BreakProps> = defineElement(declaration);
