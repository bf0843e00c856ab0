import { boolean, integer, list, method, oneOf, url } from './attribute.ts';
import { urlText } from './content.ts';
import {
  declareElement,
  defineElement,
  type DeclaredAttributes,
  type DeclaredChildren,
  type ElementComponent,
} from './define-element.ts';

const declaration = declareElement({
  name: 'Stream',
  content: urlText('websocket', { expected: 'the wss:// URL of a WebSocket' }),
  attributes: {
    /** `true`: what the WebSocket sends is heard in the call; only with the inbound `audioTrack`. Default: false. */
    bidirectional: boolean({ default: false }),
    /** Which side of the call is sent: what the caller says, what the caller hears, or both. Default: inbound. */
    audioTrack: oneOf(['inbound', 'outbound', 'both'], { default: 'inbound' }),
    /** The longest that the stream may last, in seconds. Default: 86400 s. */
    streamTimeout: integer({ min: 1, unit: 's', default: 86400 }),
    /** The encoding and rate of the audio. Always write it, since Plivo's pages disagree. Default: audio/x-l16;rate=8000. */
    contentType: oneOf(
      [
        'audio/x-l16;rate=8000',
        'audio/x-l16;rate=16000',
        'audio/x-l16;rate=24000',
        'audio/x-mulaw;rate=8000',
      ],
      { default: 'audio/x-l16;rate=8000' },
    ),
    /** `true`: the next element runs when the stream ends; `false`: at once, so that a last `<Stream>` hangs up. Default: false. */
    keepCallAlive: boolean({ default: false }),
    /** Data that the WebSocket receives at the start, as `key=value` of letters and digits, separated by commas. */
    extraHeaders: list({ like: 'caller=vip,lang=en', max: 512 }),
    /** Notified when the stream starts, stops, drops or degrades; its answer is ignored. */
    statusCallbackUrl: url('notify', {}),
    /** The HTTP method of the request to `statusCallbackUrl`. Default: POST. */
    statusCallbackMethod: method({ default: 'POST' }),
    /** `true`: noise is removed from the audio. Default: false. */
    noiseCancellation: boolean({ default: false }),
    /** How much noise is removed; more may cost speech. Default: 85. */
    noiseCancellationLevel: integer({ min: 60, max: 100, default: 85 }),
  },
  rules: [
    {
      message: '<Stream bidirectional> sends another track than the inbound one.',
      fix: 'remove audioTrack or make it "inbound", or remove bidirectional.',
      broken: ({ attributes: { bidirectional, audioTrack = 'inbound' } }) =>
        bidirectional === 'true' && audioTrack !== 'inbound',
    },
    {
      message: '<Stream> has a URL of more than 2,048 characters.',
      fix: 'shorten the URL; what the WebSocket must know can travel in extraHeaders.',
      broken: ({ text }) => text.length > 2048,
    },
  ],
});

/** The props of {@link Stream}. */
export interface StreamProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

/**
 * Sends the audio of the call to a WebSocket, and with `bidirectional` takes audio from it; one stream a call.
 *
 * Source: https://www.plivo.com/docs/voice/xml/audio-streaming
 *
 * @example
 * ```tsx
 * import { Stream } from 'plivo-jsx';
 *
 * const agent = (
 *   <Stream bidirectional keepCallAlive contentType="audio/x-mulaw;rate=8000">
 *     wss://example.com/agent
 *   </Stream>
 * );
 * ```
 */
export const Stream: ElementComponent<StreamProps> = defineElement(declaration);
