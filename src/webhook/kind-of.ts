import type { CallKind } from './call.ts';
import type { RawFields } from './raw.ts';

/** The events that only one kind of request has. */
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
 * The fields that give a kind away, the most telling first: the `Digits` of a `Record` come with a `RecordUrl`,
 * and those of a `GetInput` with an `InputType`.
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

/** The place of a field in that order. */
const rankOfField = new Map(kindOfFields.flatMap(([, names], rank) => names.map((name) => [name, rank])));

/** Tells by its fields what kind of request it is. */
export function kindOf(raw: RawFields, callUuid: string | undefined): CallKind {
  const kind = kindOfEvent.get(raw.Event);
  if (kind !== undefined) return kind;
  if (typeof raw.EventName === 'string' && raw.EventName.startsWith('MPCRecording')) return 'mpc-recording';
  let best = kindOfFields.length;
  for (const name in raw) {
    const rank = rankOfField.get(name);
    if (rank !== undefined && rank < best) best = rank;
  }
  const told = kindOfFields[best];
  if (told !== undefined) return told[0];
  // Last, since Plivo reports an action with this event too.
  if (raw.Event === 'Redirect') return 'redirect';
  return callUuid === undefined ? 'unknown' : 'answer';
}
