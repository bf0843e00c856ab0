import { boolean, digits, integer, key, method, url } from './attribute.ts';
import { elements } from './content.ts';
import {
  declareElement,
  defineElement,
  type DeclaredAttributes,
  type DeclaredChildren,
  type ElementComponent,
} from './define-element.ts';

const declaration = declareElement({
  name: 'GetDigits',
  role: 'asks',
  content: elements(['Speak', 'Play'], { sdkChildren: ['Wait'] }),
  attributes: {
    /** Where the keys are sent; without it they are dropped and the next element runs. */
    action: url('xml', {}),
    /** The HTTP method of the request to `action`. Default: POST. */
    method: method({ default: 'POST' }),
    /** How long to wait for the first key, in seconds, counted from the end of the prompts. Default: 5 s. */
    timeout: integer({ min: 1, unit: 's', default: 5 }),
    /** The longest pause between two keys, in seconds; then what was pressed is sent, even if too short. Default: 2 s. */
    digitTimeout: integer({ min: 1, unit: 's', default: 2 }),
    /** The key that ends the input, itself not sent; `none` or an empty text switches it off. Default: #. */
    finishOnKey: key(['none', ''], { default: '#' }),
    /** How many keys to collect; the input ends at once when they are there. Default: 99. */
    numDigits: integer({ min: 1, max: 99, default: 99 }),
    /** How often to ask in total, not in addition: 1 asks once. The prompts are said each time. Default: 1. */
    retries: integer({ min: 1, default: 1 }),
    /** `false`: `action` receives the keys, its answer is ignored and the next element runs. Default: true. */
    redirect: boolean({ default: true }),
    /** `true`: a beep follows the prompts. Default: false. */
    playBeep: boolean({ default: false }),
    /** The keys that may be pressed; with any other the attempt counts as failed. Default: 1234567890*#. */
    validDigits: digits({
      closed: true,
      pattern: /^[0-9*#]+$/,
      expected: 'keys (0 to 9, * or #)',
      default: '1234567890*#',
    }),
    /** The mp3 or wav file to play after a key that is not among `validDigits`. */
    invalidDigitsSound: url('audio', {}),
    /** `false` keeps the keys out of Plivo's logs; use it for PINs and card numbers. Default: true. */
    log: boolean({ default: true }),
  },
});

/** The props of {@link GetDigits}. */
export interface GetDigitsProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

/**
 * Says its prompts and collects keys; without a key `action` is not requested and the next element runs.
 *
 * Source: https://www.plivo.com/docs/voice/xml/input
 *
 * @example
 * ```tsx
 * import { GetDigits, Speak } from 'plivo-jsx';
 *
 * const menu = (
 *   <GetDigits action="/menu" numDigits={1} timeout={10}>
 *     <Speak>Press 1 for sales, 2 for support</Speak>
 *   </GetDigits>
 * );
 * ```
 */
export const GetDigits: ElementComponent<GetDigitsProps> = defineElement(declaration);
