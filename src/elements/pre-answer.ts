import { elements } from './content.ts';
import { defineElement } from './define-element.ts';

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
export const PreAnswer = defineElement({
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
