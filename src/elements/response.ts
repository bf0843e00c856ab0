import { elements } from './content.ts';
import {
  declareElement,
  defineElement,
  type DeclaredAttributes,
  type DeclaredChildren,
  type ElementComponent,
} from './define-element.ts';

const declaration = declareElement({
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

/** The props of {@link Response}. */
export interface ResponseProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

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
export const Response: ElementComponent<ResponseProps> = defineElement(declaration);
