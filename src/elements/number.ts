import { boolean, digits, list, oneOf } from './attribute.ts';
import { text } from './content.ts';
import {
  declareElement,
  defineElement,
  type DeclaredAttributes,
  type DeclaredChildren,
  type ElementComponent,
} from './define-element.ts';
import { lacksCountryCode } from './phone-number.ts';

const declaration = declareElement({
  name: 'Number',
  content: text({
    isPrivate: true,
    expected: 'a telephone number with its country code',
    pattern: /^\+?\d[\d ().-]*$/,
  }),
  attributes: {
    /** Keys to press once it is answered; `w` pauses half a second, `W` a second. */
    sendDigits: digits({
      pattern: /^[0-9*#wW@]+$/,
      expected: 'keys (0 to 9, * or #), with w or W for pauses',
    }),
    /** `true`: `sendDigits` are sent before the answer, during early media. Default: false. */
    sendOnPreanswer: boolean({ default: false }),
    /** How `sendDigits` travel: `rfc2833` sends them as events rather than as tones. */
    sendDigitsMode: oneOf(['rfc2833'], { evidence: 'new' }),
    /** SIP headers to send, as `key=value` separated by commas; each arrives as `X-PH-` and its key. */
    sipHeaders: list({ like: 'Tier=gold,Lang=en', evidence: 'new' }),
  },
  rules: [
    {
      message: '<Number> has a number without a country code.',
      fix: 'write the whole number, such as +15551234567.',
      severity: 'warning',
      broken: ({ text: number }) => lacksCountryCode(number),
    },
  ],
});

/** The props of {@link Number}. */
export interface NumberProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

/**
 * A telephone number to dial, with its country code.
 *
 * Source: https://www.plivo.com/docs/voice/xml/routing
 *
 * @example
 * ```tsx
 * import { Dial, Number } from 'plivo-jsx';
 *
 * const extension = (
 *   <Dial>
 *     <Number sendDigits="wwww2410">+14155550100</Number>
 *   </Dial>
 * );
 * ```
 */
export const Number: ElementComponent<NumberProps> = defineElement(declaration);
