/**
 * Plivo's fields that begin with a small letter, as parameters of a level do.
 * @module
 */

/** Of a GET they are in the query, among the parameters of the level. */
export const lowerCaseFields: ReadonlySet<string> = new Set([
  'audioTrack',
  'bidirectional',
  'call_uuid',
  'contentType',
  'duration',
  'error',
  'extraHeaders',
  'keepCallAlive',
  'machine',
  'recording_id',
  'stir_verification',
  'streamTimeout',
  'transcription',
  'transcription_charge',
  'transcription_rate',
]);
