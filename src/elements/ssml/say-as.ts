import { oneOf } from '../attribute.ts';
import { text } from '../content.ts';
import {
  declareElement,
  defineElement,
  type DeclaredAttributes,
  type DeclaredChildren,
  type ElementComponent,
} from '../define-element.ts';

const declaration = declareElement({
  name: 'say-as',
  content: text({ expected: 'what is to be said' }),
  attributes: {
    /** What kind of thing it is. */
    'interpret-as': oneOf(
      [
        'characters',
        'spell-out',
        'cardinal',
        'number',
        'ordinal',
        'digits',
        'fraction',
        'unit',
        'date',
        'time',
        'address',
        'expletive',
        'telephone',
      ],
      { required: true },
    ),
    /** The order of day, month and year; only with `interpret-as="date"`. */
    format: oneOf(['mdy', 'dmy', 'ymd', 'md', 'dm', 'ym', 'my', 'd', 'm', 'y', 'yyyymmdd'], {}),
  },
  rules: [
    {
      message: '<say-as format> does nothing unless it is a date.',
      fix: 'add interpret-as="date", or remove format.',
      severity: 'warning',
      broken: ({ attributes }) => attributes['format'] !== undefined && attributes['interpret-as'] !== 'date',
    },
  ],
});

/** The props of {@link SayAs}. */
export interface SayAsProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

/**
 * Says what is inside as a kind of thing, for example a number digit by digit.
 *
 * Source: https://www.plivo.com/docs/voice/concepts/ssml
 *
 * @example
 * ```tsx
 * import { Speak } from 'plivo-jsx';
 *
 * const code = (
 *   <Speak voice="Polly.Joanna">
 *     Your code is <say-as interpret-as="digits">2410</say-as>
 *   </Speak>
 * );
 * ```
 */
export const SayAs: ElementComponent<SayAsProps> = defineElement(declaration);
