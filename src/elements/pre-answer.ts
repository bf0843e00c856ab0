import { elements } from './content.ts';
import {
  declareElement,
  defineElement,
  type DeclaredAttributes,
  type DeclaredChildren,
  type ElementComponent,
} from './define-element.ts';

const declaration = declareElement({
  name: 'PreAnswer',
  content: elements(['Speak', 'Play', 'Wait'], {
    sdkChildren: ['GetDigits', 'Redirect', 'Message', 'DTMF'],
    required: true,
  }),
  attributes: {},
  rules: [
    {
      message: '<PreAnswer> comes after the call is answered.',
      fix: 'make it the first element; only another <PreAnswer> or a <Wait> may precede it.',
      broken: ({ parent, index }) =>
        parent?.children.slice(0, index).some(({ name }) => name !== 'PreAnswer' && name !== 'Wait') ?? false,
    },
  ],
});

/** The props of {@link PreAnswer}. */
export interface PreAnswerProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

/**
 * Says or plays something before the call is answered (and billed); keep it under 30 seconds.
 *
 * Source: https://www.plivo.com/docs/voice/xml/routing
 *
 * @example
 * ```tsx
 * import { PreAnswer, Speak } from 'plivo-jsx';
 *
 * const early = (
 *   <PreAnswer>
 *     <Speak>You will be connected soon</Speak>
 *   </PreAnswer>
 * );
 * ```
 */
export const PreAnswer: ElementComponent<PreAnswerProps> = defineElement(declaration);
