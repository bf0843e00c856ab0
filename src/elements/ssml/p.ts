import { textAndElements } from '../content.ts';
import {
  declareElement,
  defineElement,
  type DeclaredAttributes,
  type DeclaredChildren,
  type ElementComponent,
} from '../define-element.ts';

const declaration = declareElement({
  name: 'p',
  content: textAndElements(['break', 'emphasis', 'lang', 'phoneme', 'prosody', 's', 'say-as', 'sub', 'w']),
  attributes: {},
});

/** The props of {@link P}. */
export interface PProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

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
export const P: ElementComponent<PProps> = defineElement(declaration);
