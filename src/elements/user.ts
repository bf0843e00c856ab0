import { boolean, digits, list, string } from './attribute.ts';
import { text } from './content.ts';
import {
  declareElement,
  defineElement,
  type DeclaredAttributes,
  type DeclaredChildren,
  type ElementComponent,
} from './define-element.ts';
import { needs } from './rule.ts';

const reserved = /^(PH-|Plivo|FS-|SipAuth|ZT-|Twilio|ClientRegion=)/i;

const declaration = declareElement({
  name: 'User',
  content: text({
    isPrivate: true,
    expected: 'a SIP address such as "sip:alice@example.com"',
    pattern: /^sips?:\S+$/i,
  }),
  attributes: {
    /** Keys to press once it is answered; `w` pauses half a second, `W` a second. */
    sendDigits: digits({
      pattern: /^[0-9*#wW@]+$/,
      expected: 'keys (0 to 9, * or #), with w or W for pauses',
    }),
    /** `true`: `sendDigits` are sent before the answer, during early media. Default: false. */
    sendOnPreanswer: boolean({ default: false }),
    /** SIP headers to send, as `key=value` of letters and digits, separated by commas; each arrives as `X-PH-` and its key. */
    sipHeaders: list({ like: 'Tier=gold,Lang=en' }),
    /** The user name that your SIP server asks for; needs `sipAuthPassword`. */
    sipAuthUsername: string({ evidence: 'new' }),
    /** The password that belongs to `sipAuthUsername`. */
    sipAuthPassword: string({ min: 8, max: 128, evidence: 'new' }),
  },
  rules: [
    needs('User', 'sipAuthUsername', 'sipAuthPassword'),
    {
      message: '<User sipHeaders> has a name that Plivo keeps for itself.',
      fix: 'rename it; Plivo drops PH-*, Plivo*, FS-*, SipAuth*, ZT-*, Twilio* and ClientRegion without a word.',
      severity: 'warning',
      broken: ({ attributes: { sipHeaders = '' } }) =>
        sipHeaders.split(',').some((header) => reserved.test(header.trim())),
    },
  ],
});

/** The props of {@link User}. */
export interface UserProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

/**
 * A SIP address to dial: an endpoint of Plivo or one of your own servers.
 *
 * Source: https://www.plivo.com/docs/voice/xml/routing
 *
 * @example
 * ```tsx
 * import { Dial, User } from 'plivo-jsx';
 *
 * const desk = (
 *   <Dial>
 *     <User>sip:alice@phone.plivo.com</User>
 *   </Dial>
 * );
 * ```
 */
export const User: ElementComponent<UserProps> = defineElement(declaration);
