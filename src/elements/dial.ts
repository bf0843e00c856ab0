import { boolean, integer, key, list, method, oneOf, string, url, urlOr } from './attribute.ts';
import { elements } from './content.ts';
import {
  declareElement,
  defineElement,
  type DeclaredAttributes,
  type DeclaredChildren,
  type ElementComponent,
} from './define-element.ts';
import { needs } from './rule.ts';
import { replacedByAction } from './unreachable.ts';

const declaration = declareElement({
  name: 'Dial',
  role: 'leads',
  content: elements(['Number', 'User'], { required: true }),
  attributes: {
    /** Requested when the dialled call is over or nobody answered; its XML replaces this document. */
    action: url('xml', {}),
    /** The HTTP method of the request to `action`. Default: POST. */
    method: method({ default: 'POST' }),
    /** How long to let it ring, in seconds. Always write it, since Plivo states several defaults. */
    timeout: integer({ min: 1, unit: 's' }),
    /** The longest that the two may talk, in seconds; then the called party is dropped and the caller goes on. Default: 14400 s. */
    timeLimit: integer({ min: 1, max: 86400, warnsAbove: true, unit: 's', default: 14400 }),
    /** The number that the called party sees, one that your account may present; left out, it is the number of the caller. */
    callerId: string({}),
    /** The name that the called party sees. */
    callerName: string({ max: 50 }),
    /** `true`: the caller drops the called party by pressing * and goes on. Default: false. */
    hangupOnStar: boolean({ default: false }),
    /** `false`: `action` receives the outcome, its answer is ignored and the next element runs. Default: true. */
    redirect: boolean({ default: true }),
    /** Notified of answer, connection, hangup and matched digits; its answer is ignored. */
    callbackUrl: url('notify', {}),
    /** The HTTP method of the request to `callbackUrl`. Default: POST. */
    callbackMethod: method({ default: 'POST' }),
    /** What the called party hears before being connected: a document of `<Play>`, `<Speak>` and `<Wait>`. */
    confirmSound: url('xml-sound', {}),
    /** The key that the called party must press to be connected; needs `confirmSound`. */
    confirmKey: key([], {}),
    /** How long to wait for `confirmKey`, in seconds from the answer; needs `confirmSound`. Default: 120 s. */
    confirmTimeout: integer({ min: 1, unit: 's', default: 120, evidence: 'old' }),
    /** What the caller hears while it rings: a document of `<Play>`, `<Speak>` and `<Wait>`, or `real` for the true ringing. */
    dialMusic: urlOr('xml-sound', ['real'], {}),
    /** Digit patterns, separated by commas; `callbackUrl` is notified when the caller presses one. */
    digitsMatch: list({ like: '*1,*2' }),
    /** Digit patterns, separated by commas; `callbackUrl` is notified when the called party presses one. */
    digitsMatchBLeg: list({ like: '*1,*2' }),
    /** SIP headers to send, as `key=value` separated by commas; each arrives as `X-PH-` and its key. */
    sipHeaders: list({ like: 'Tier=gold,Lang=en' }),
    /** `whatsapp` calls over WhatsApp, which excludes ordinary telephone numbers. Default: voice. */
    callType: oneOf(['voice', 'whatsapp'], { default: 'voice', evidence: 'new' }),
  },
  rules: [
    needs('Dial', 'confirmKey', 'confirmSound'),
    needs('Dial', 'confirmTimeout', 'confirmSound'),
    needs('Dial', 'digitsMatch', 'callbackUrl'),
    needs('Dial', 'digitsMatchBLeg', 'callbackUrl'),
    replacedByAction('Dial'),
  ],
});

/** The props of {@link Dial}. */
export interface DialProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

/**
 * Calls every `<Number>` and `<User>` inside at the same time and connects the caller with the first that answers.
 *
 * Source: https://www.plivo.com/docs/voice/xml/routing
 *
 * @example
 * ```tsx
 * import { Dial, Number } from 'plivo-jsx';
 *
 * const agent = (
 *   <Dial action="/after-dial" timeout={20}>
 *     <Number>+14155550100</Number>
 *   </Dial>
 * );
 * ```
 */
export const Dial: ElementComponent<DialProps> = defineElement(declaration);
