/**
 * Whether an event was caused by a person: the caller, or the person who was called.
 * @module
 */
import type { Call, CallKind, CallOf } from './call.ts';
import type { RawFields } from './raw.ts';

type Check<Kind extends CallKind> = (call: CallOf<Kind>) => boolean;

const always = () => true;
const never = () => false;

/** True for input that cannot be used as well: a field that was sent twice also shows that the caller did something. */
const has = (raw: RawFields, ...names: readonly string[]) =>
  names.some((name) => raw[name] !== undefined && raw[name] !== '');

/** Plivo also reports a background recording when it begins, with a length of -1. */
function isRecorded({ recordingDuration, recordingDurationMs, recordUrl }: CallOf<'record-action'>): boolean {
  if (recordingDuration === undefined && recordingDurationMs === undefined) return recordUrl !== undefined;
  return Math.max(recordingDuration ?? 0, recordingDurationMs ?? 0) > 0;
}

const participantActions: ReadonlySet<unknown> = new Set<CallOf<'mpc-status'>['eventName']>([
  'ParticipantJoin',
  'ParticipantExit',
  'ParticipantSpeakStart',
  'ParticipantSpeakStop',
  'ParticipantDigitInput',
]);

/**
 * Which events of each kind count. An event that is not certain does not count: otherwise a failing step could be
 * retried for ever.
 */
const checks: { readonly [Kind in CallKind]: Check<Kind> } = {
  // A <Redirect> may send the same fields.
  answer: never,
  ring: never,
  hangup: ({ hangupSource }) => hangupSource === 'Caller' || hangupSource === 'Callee',
  'getdigits-action': ({ input }) => input !== 'none',
  // Plivo may report a timeout with empty values.
  'getinput-action': ({ input, raw }) => input !== 'none' || has(raw, 'Speech'),
  'getinput-interim': ({ raw }) => has(raw, 'StableSpeech', 'UnstableSpeech'),
  // A busy line is not an action, but after ringing it means that the person declined. A B leg has an id once it answered.
  'dial-action': ({ dialStatus, dialRingStatus, dialBLegUuid }) =>
    dialStatus === 'completed' ||
    dialStatus === 'cancel' ||
    dialBLegUuid !== undefined ||
    (dialStatus === 'busy' && dialRingStatus === true),
  'dial-callback': ({ dialAction, dialBLegUuid, raw }) =>
    (dialAction !== undefined && dialAction !== 'hangup') ||
    dialBLegUuid !== undefined ||
    has(raw, 'DialDigitsMatch'),
  'record-action': (call) => call.input !== 'none' || isRecorded(call),
  transcription: ({ transcription }) => transcription !== undefined,
  // The member was in the room; Plivo does not say who or what ended that.
  'conference-action': always,
  'conference-callback': ({ conferenceAction }) =>
    conferenceAction !== undefined && conferenceAction !== 'record',
  redirect: never,
  'mpc-status': ({ eventName }) => participantActions.has(eventName),
  'mpc-recording': never,
  'mpc-exit': always,
  'stream-status': never,
  'machine-detection': never,
  'message-status': never,
  unknown: never,
};

/** True for an event that the caller or a B leg caused; false for one without an action of a person, such as a `Redirect`. */
export function isUserAction(call: Call): boolean {
  return (checks[call.kind] as (call: Call) => boolean)(call);
}
