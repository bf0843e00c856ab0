import { textAndElements } from '../content.ts';
import {
  declareElement,
  defineElement,
  type DeclaredAttributes,
  type DeclaredChildren,
  type ElementComponent,
} from '../define-element.ts';

const declaration = declareElement({
  name: 's',
  content: textAndElements(['break', 'emphasis', 'lang', 'phoneme', 'prosody', 'say-as', 'sub', 'w']),
  attributes: {},
});

/** The props of {@link S}. */
export interface SProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

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
export const S: ElementComponent<SProps> = defineElement(declaration);
