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
  name: 'emphasis',
  content: textAndElements(['break', 'emphasis', 'lang', 'phoneme', 'prosody', 'say-as', 'sub', 'w']),
  attributes: {
    /** How strong the stress is; `reduced` says it with less than usual. */
    level: oneOf(['strong', 'moderate', 'reduced'], {}),
  },
});

/** The props of {@link Emphasis}. */
export interface EmphasisProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

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
export const Emphasis: ElementComponent<EmphasisProps> = defineElement(declaration);
