import { defineEvent } from './define-event.ts';
import { id, number, text } from './field.ts';

/** The transcript of a recording is ready: `transcriptionUrl`. */
export const transcription = defineEvent('transcription', {
  /** The transcript. Cut at 4096 characters; `call.raw.transcription` has the whole text. */
  transcription: text('transcription'),
  /** The price of the transcript in US dollars. */
  transcriptionCharge: number('transcription_charge'),
  /** The price in US dollars a minute. */
  transcriptionRate: number('transcription_rate'),
  /** The length of the recording in seconds, 0 or more. */
  duration: number('duration', 0),
  /** The id of the recording. At most 256 characters. */
  recordingId: id('recording_id'),
  /** Why there is no transcript. Cut at 4096 characters. */
  error: text('error'),
});
