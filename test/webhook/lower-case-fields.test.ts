import { readCall } from 'plivo-jsx';
import { expect, test } from 'vitest';
import { lowerCaseFields } from '../../src/webhook/lower-case-fields.ts';

test('are every field of Plivo that begins with a lower-case letter', () => {
  expect([...lowerCaseFields].toSorted()).toEqual([
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
});

test('are fields of a call like any other', () => {
  expect(readCall({ CallUUID: 'a-call', stir_verification: 'Verified' }).stirVerification).toBe('Verified');
});
