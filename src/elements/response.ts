import { elements } from './content.ts';
import { defineElement } from './define-element.ts';

/**
 * The root of every document; what is inside runs in order, and after the last element Plivo hangs up.
 *
 * Source: https://www.plivo.com/docs/voice/xml/response
 *
 * @example
 * ```tsx
 * import { Hangup, Response, Speak } from 'plivo-jsx';
 *
 * const goodbye = (
 *   <Response>
 *     <Speak>Goodbye</Speak>
 *     <Hangup />
 *   </Response>
 * );
 * ```
 */
export const Response = defineElement({
  name: 'Response',
  content: elements([
    'Speak',
    'Play',
    'GetDigits',
    'GetInput',
    'Record',
    'Dial',
    'Message',
    'Redirect',
    'Wait',
    'Hangup',
    'PreAnswer',
    'Conference',
    'DTMF',
    'MultiPartyCall',
    'Stream',
  ]),
  attributes: {},
});
