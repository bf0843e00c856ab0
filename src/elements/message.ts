import { method, oneOf, string, url } from './attribute.ts';
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
  name: 'Message',
  content: text({ expected: 'the text of the message' }),
  attributes: {
    /** The number that sends it, one of your account. */
    src: string({ required: true, isFilled: true }),
    /** The number that receives it; join several with `<`. */
    dst: string({ required: true, isFilled: true }),
    /** The kind of message; `sms` is the only one. Default: sms. */
    type: oneOf(['sms'], { default: 'sms' }),
    /** Notified whether it was delivered; its answer is ignored. */
    callbackUrl: url('notify', {}),
    /** The HTTP method of the request to `callbackUrl`. Default: POST. */
    callbackMethod: method({ default: 'POST' }),
  },
  rules: [
    {
      message: '<Message dst> has a number without a country code.',
      fix: 'write the whole number, such as +15551234567.',
      severity: 'warning',
      broken: ({ attributes: { dst = '' } }) => dst.split('<').some(lacksCountryCode),
    },
  ],
});

/** The props of {@link Message}. */
export interface MessageProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

/**
 * Sends an SMS and goes on.
 *
 * Source: https://www.plivo.com/docs (the pages on SMS; those on voice leave it out)
 *
 * @example
 * ```tsx
 * import { Message } from 'plivo-jsx';
 *
 * const sms = (
 *   <Message src="14155550100" dst="14155550199">
 *     Thank you for calling
 *   </Message>
 * );
 * ```
 */
export const Message: ElementComponent<MessageProps> = defineElement(declaration);
