import { defineEvent } from './define-event.ts';
import { boolean, id, number, shortText, text } from './field.ts';

/** Something happened to an audio stream: `statusCallbackUrl` of `Stream`. */
export const streamStatus = defineEvent('stream-status', {
  /** The id of the stream. At most 256 characters. */
  streamId: id('StreamID'),
  /** When it happened, as Plivo writes it. Cut at 256 characters. */
  timestamp: shortText('Timestamp'),
  /** Whether audio flows in both directions: the attribute `bidirectional`. */
  bidirectional: boolean('bidirectional'),
  /** Which audio is streamed: the attribute `audioTrack`. Cut at 256 characters. */
  audioTrack: shortText('audioTrack'),
  /** The longest duration of the stream in seconds, 0 or more: the attribute `streamTimeout`. */
  streamTimeout: number('streamTimeout', 0),
  /** The audio format: the attribute `contentType`. Cut at 256 characters. */
  contentType: shortText('contentType'),
  /** What is passed to the WebSocket server: the attribute `extraHeaders`. Cut at 4096 characters. */
  extraHeaders: text('extraHeaders'),
  /** Whether the document waits for the end of the stream: the attribute `keepCallAlive`. */
  keepCallAlive: boolean('keepCallAlive'),
});
