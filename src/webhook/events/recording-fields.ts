/**
 * The fields of a recording.
 * @module
 */
import { id, number, text } from './field.ts';

/** Where a recording is. */
export const recordingFileFields = {
  /** The address of the recording. Cut at 4096 characters. */
  recordUrl: text('RecordUrl'),
  /** The id of the recording. At most 256 characters. */
  recordingId: id('RecordingID'),
};

const lengthFields = {
  /** The length in seconds; -1 while a recording in the background continues. */
  recordingDuration: number('RecordingDuration'),
  /** The length in milliseconds; -1 while a recording in the background continues. */
  recordingDurationMs: number('RecordingDurationMs'),
  /** When the recording started, in milliseconds; -1 while a recording in the background continues. */
  recordingStartMs: number('RecordingStartMs'),
  /** When the recording ended, in milliseconds; -1 while a recording in the background continues. */
  recordingEndMs: number('RecordingEndMs'),
};

export const recordingFields: typeof recordingFileFields & typeof lengthFields = {
  ...recordingFileFields,
  ...lengthFields,
};
