import { boolean, booleanOr, integer } from './attribute.ts';
import { nothing } from './content.ts';
import {
  declareElement,
  defineElement,
  type DeclaredAttributes,
  type DeclaredChildren,
  type ElementComponent,
} from './define-element.ts';

const declaration = declareElement({
  name: 'Wait',
  content: nothing,
  attributes: {
    /** How long to wait, in seconds. Default: 1 s. */
    length: integer({ min: 1, unit: 's', default: 1 }),
    /** `true`: the wait is over as soon as the other side has been silent for `minSilence`. Default: false. */
    silence: boolean({ default: false }),
    /** The silence that ends the wait, in milliseconds; it must be shorter than `length`. Default: 2000 ms. */
    minSilence: integer({ min: 1, unit: 'ms', default: 2000 }),
    /** `true`, or settings such as `duration=300`: a beep ends the wait; only while `silence` is off. Default: false. */
    beep: booleanOr(
      /^(true|false|duration=\d+(,\w+=\d+)*)$/,
      'duration=300,threshold=256' as `duration=${string}`,
      { default: false },
    ),
  },
  rules: [
    {
      message: '<Wait> waits for silence and for a beep.',
      fix: 'keep either silence or beep; Plivo looks at beep only when silence is off.',
      broken: ({ attributes: { silence, beep = 'false' } }) => silence === 'true' && beep !== 'false',
    },
    {
      message: '<Wait> is over before its minSilence can be.',
      fix: 'make length (in seconds) longer than minSilence (in milliseconds).',
      broken: ({ attributes: { silence, length = '1', minSilence = '2000' } }) =>
        silence === 'true' && Number(length) * 1000 <= Number(minSilence),
    },
  ],
});

/** The props of {@link Wait}. */
export interface WaitProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

/**
 * Waits silently; as the first element it delays answering the call.
 *
 * Source: https://www.plivo.com/docs/voice/xml/routing
 *
 * @example
 * ```tsx
 * import { Wait } from 'plivo-jsx';
 *
 * const pause = <Wait length={3} />;
 * ```
 */
export const Wait: ElementComponent<WaitProps> = defineElement(declaration);
