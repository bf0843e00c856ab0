/**
 * Whether an event tells that somebody did something: the caller, or who was called.
 * @module
 */
import type { Call, CallKind, CallOf } from './call.ts';
import type { RawFields } from './raw.ts';

type Tells<Kind extends CallKind> = (call: CallOf<Kind>) => boolean;

const always = () => true;
const never = () => false;

/** Said or pressed, even if it cannot be used: a field that came twice is something, too. */
const has = (raw: RawFields, ...names: readonly string[]) =>
  names.some((name) => raw[name] !== undefined && raw[name] !== '');

/** A recording in the background is told when it begins, with a length of -1. */
function isRecorded({ recordingDuration, recordingDurationMs, recordUrl }: CallOf<'record-action'>): boolean {
  if (recordingDuration === undefined && recordingDurationMs === undefined) return recordUrl !== undefined;
  return Math.max(recordingDuration ?? 0, recordingDurationMs ?? 0) > 0;
}

const participantActs: ReadonlySet<unknown> = new Set<CallOf<'mpc-status'>['eventName']>([
  'ParticipantJoin',
  'ParticipantExit',
  'ParticipantSpeakStart',
  'ParticipantSpeakStop',
  'ParticipantDigitInput',
]);

/** What counts of each kind. In doubt nobody did anything, or a caller could be sent round for ever. */
const table: { readonly [Kind in CallKind]: Tells<Kind> } = {
  // A <Redirect> may look like this, too.
  answer: never,
  ring: never,
  hangup: ({ hangupSource }) => hangupSource === 'Caller' || hangupSource === 'Callee',
  'getdigits-action': ({ input }) => input !== 'none',
  // A timeout may be reported with empty values.
  'getinput-action': ({ input, raw }) => input !== 'none' || has(raw, 'Speech'),
  'getinput-interim': ({ raw }) => has(raw, 'StableSpeech', 'UnstableSpeech'),
  // A busy line does that by itself; once it has rung, somebody declined. A B leg has an id when it answered.
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
  // They were in the room; who or what ended that is not told.
  'conference-action': always,
  'conference-callback': ({ conferenceAction }) =>
    conferenceAction !== undefined && conferenceAction !== 'record',
  redirect: never,
  'mpc-status': ({ eventName }) => participantActs.has(eventName),
  'mpc-recording': never,
  'mpc-exit': always,
  'stream-status': never,
  'machine-detection': never,
  'message-status': never,
  unknown: never,
};

/** True for an event that the caller or a B leg caused; false for one that came by itself, such as a `Redirect`. */
export function somebodyActed(call: Call): boolean {
  return (table[call.kind] as (call: Call) => boolean)(call);
}
