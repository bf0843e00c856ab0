/**
 * Detects the kind of a request by its fields.
 * @module
 */
import type { CallKind } from './call.ts';
import type { RawFields } from './raw.ts';

/** Values of the field `Event` that only one kind of request has. */
const kindOfEvent = new Map<unknown, CallKind>([
  ['Ring', 'ring'],
  ['Hangup', 'hangup'],
  ['MachineDetection', 'machine-detection'],
  ['StartStream', 'stream-status'],
  ['StopStream', 'stream-status'],
  ['DroppedStream', 'stream-status'],
  ['DegradedStream', 'stream-status'],
  ['DialAnswer', 'dial-callback'],
  ['DialHangup', 'dial-callback'],
]);

/**
 * The fields by which a kind is recognised. If a request has fields of several kinds, the kind that is listed first
 * wins: the `Digits` of a `Record` are sent with a `RecordUrl`, and those of a `GetInput` with an `InputType`.
 */
const kindOfFields: readonly (readonly [CallKind, readonly string[]])[] = [
  ['mpc-recording', ['RecordingUUID', 'RecordingFormat']],
  ['mpc-status', ['EventName']],
  ['mpc-exit', ['MPCUUID', 'MPCFriendlyName']],
  ['transcription', ['transcription', 'transcription_charge', 'recording_id']],
  ['message-status', ['MessageUUID']],
  ['getinput-interim', ['StableSpeech', 'UnstableSpeech']],
  ['dial-callback', ['DialAction', 'DialBLegStatus', 'DialDigitsMatch']],
  ['dial-action', ['DialStatus', 'DialRingStatus', 'DialHangupCause']],
  ['conference-callback', ['ConferenceAction']],
  ['conference-action', ['ConferenceName', 'ConferenceUUID', 'ConferenceMemberID']],
  ['stream-status', ['StreamID']],
  ['record-action', ['RecordUrl', 'RecordingID']],
  ['hangup', ['HangupCause', 'HangupCauseName', 'HangupCauseCode', 'HangupSource']],
  ['machine-detection', ['IfMachine']],
  ['getinput-action', ['InputType', 'Speech', 'SpeechConfidenceScore']],
  ['getdigits-action', ['Digits']],
];

/** The position of a field in that list. */
const rankOfField = new Map(kindOfFields.flatMap(([, names], rank) => names.map((name) => [name, rank])));

/** Returns the kind of a request. */
export function detectKind(raw: RawFields, callUuid: string | undefined): CallKind {
  const kind = kindOfEvent.get(raw.Event);
  if (kind !== undefined) return kind;
  if (typeof raw.EventName === 'string' && raw.EventName.startsWith('MPCRecording')) return 'mpc-recording';
  let best = kindOfFields.length;
  for (const name in raw) {
    const rank = rankOfField.get(name);
    if (rank !== undefined && rank < best) best = rank;
  }
  const recognised = kindOfFields[best];
  if (recognised !== undefined) return recognised[0];
  // Checked last, since Plivo also sends this event with the request of an action.
  if (raw.Event === 'Redirect') return 'redirect';
  return callUuid === undefined ? 'unknown' : 'answer';
}
