import type { Input } from './input.ts';
import type { RawFields } from './raw.ts';
import type {
  CallEventName,
  CallStatus,
  ConferenceAction,
  DialAction,
  DialLeg,
  DialStatus,
  Direction,
  HangupSource,
  IfMachine,
  InputType,
  MpcEventName,
  MpcRecordingEventName,
} from './plivo-enums.ts';

type Text = string | undefined;

/** What every request may have. Each is `undefined` if it was not sent, was empty or came more than once. */
export interface CommonFields {
  /** The id of this leg, the same for the whole call. At most 256 characters. */
  readonly callUuid: Text;
  /** The caller: digits with or without `+`, a SIP URI, or whatever a carrier puts there. Cut at 256 characters. */
  readonly from: Text;
  /** The number called, or a SIP URI. Cut at 256 characters. */
  readonly to: Text;
  readonly direction: Direction | undefined;
  readonly callStatus: CallStatus | undefined;
  readonly event: CallEventName | undefined;
  /** The caller's name, as they or their carrier give it. Cut at 4096 characters. */
  readonly callerName: Text;
  /** The number that the call was diverted from. Cut at 256 characters. */
  readonly forwardedFrom: Text;
  readonly aLegUuid: Text;
  readonly aLegRequestUuid: Text;
  /** The id that `Call.create` returned, for a call that we placed. */
  readonly requestUuid: Text;
  readonly parentAuthId: Text;
  /** US dollars a minute. */
  readonly billRate: number | undefined;
  /** UTC, `YYYY-MM-DD HH:mm:ss.ffffff`. */
  readonly sessionStart: Text;
  readonly stirAttestation: Text;
  readonly stirVerification: Text;
  /** The custom SIP headers, named without `X-PH-`; each is cut at 4096 characters. It has no prototype. */
  readonly sipHeaders: { readonly [name: string]: string };
  /** All fields as they came; one that came more than once is a list. It has no prototype. */
  readonly raw: RawFields;
}

/** The keys that were pressed, if they are keys. */
export type Pressed =
  | { readonly input: 'given'; /** 1 to 99 of `0-9 * # A-D`. */ readonly digits: string }
  | { readonly input: Exclude<Input, 'given'>; readonly digits: undefined };

/** A call begins. */
export interface AnswerFields {
  /** A machine answered; only of a call placed with machine detection. */
  readonly machine: boolean | undefined;
}

/** A call has ended. */
export interface HangupFields {
  readonly hangupCause: Text;
  readonly hangupCauseName: Text;
  /** A number of Plivo's table of hangup causes, such as 4000. */
  readonly hangupCauseCode: number | undefined;
  readonly hangupSource: HangupSource | undefined;
  /** Seconds. */
  readonly duration: number | undefined;
  /** Seconds. */
  readonly billDuration: number | undefined;
  /** US dollars. */
  readonly totalCost: number | undefined;
  /** `yyyy-MM-dd HH:mm:ss` in the account's time zone, as are the other two. */
  readonly startTime: Text;
  readonly answerTime: Text;
  readonly endTime: Text;
  readonly machine: boolean | undefined;
}

/** What was said to a `GetInput`. */
export interface SpeechFields {
  readonly inputType: InputType | undefined;
  /** What Plivo understood. Cut at 4096 characters. */
  readonly speech: Text;
  /** Plivo's `SpeechConfidenceScore`, from 0 to 1. */
  readonly speechConfidence: number | undefined;
  /** US dollars. */
  readonly billedAmount: number | undefined;
}

/** What Plivo understood so far, while the caller still speaks. */
export interface InterimSpeechFields {
  /** Cut at 4096 characters, as is the other. */
  readonly stableSpeech: Text;
  readonly unstableSpeech: Text;
  /** From 0 to 1. */
  readonly stability: number | undefined;
  readonly sequenceNumber: number | undefined;
}

/** How a `Dial` ended. */
export interface DialActionFields {
  readonly dialStatus: DialStatus | undefined;
  readonly dialRingStatus: boolean | undefined;
  readonly dialHangupCause: Text;
  readonly dialALegUuid: Text;
  /** Missing when nobody answered. */
  readonly dialBLegUuid: Text;
  readonly dialBLegHangupCauseName: Text;
  readonly dialBLegHangupCauseCode: number | undefined;
  readonly dialBLegHangupSource: HangupSource | undefined;
}

/** What happened on the B leg of a `Dial`. */
export interface DialCallbackFields {
  readonly dialAction: DialAction | undefined;
  readonly dialBLegStatus: Text;
  readonly dialALegUuid: Text;
  readonly dialBLegUuid: Text;
  readonly dialBLegFrom: Text;
  readonly dialBLegTo: Text;
  /** Seconds. */
  readonly dialBLegDuration: number | undefined;
  /** Seconds. */
  readonly dialBLegBillDuration: number | undefined;
  readonly dialBLegHangupCauseName: Text;
  readonly dialBLegHangupCauseCode: number | undefined;
  readonly dialBLegHangupSource: HangupSource | undefined;
  /** 1 to 99 of `0-9 * # A-D`. */
  readonly dialDigitsMatch: Text;
  readonly dialDigitsPressedBy: DialLeg | undefined;
}

/** A recording. */
export interface RecordingFields {
  readonly recordUrl: Text;
  readonly recordingId: Text;
  /** Seconds; -1 while a recording in the background goes on. */
  readonly recordingDuration: number | undefined;
  /** Milliseconds, as are the other two; -1 while a recording in the background goes on. */
  readonly recordingDurationMs: number | undefined;
  readonly recordingStartMs: number | undefined;
  readonly recordingEndMs: number | undefined;
}

/** The transcript of a recording. */
export interface TranscriptionFields {
  /** Cut at 4096 characters; `call.raw.transcription` has the whole. */
  readonly transcription: Text;
  /** US dollars. */
  readonly transcriptionCharge: number | undefined;
  /** US dollars a minute. */
  readonly transcriptionRate: number | undefined;
  /** Seconds. */
  readonly duration: number | undefined;
  readonly recordingId: Text;
  readonly error: Text;
}

/** A conference, and this member of it. */
export interface ConferenceFields {
  readonly conferenceName: Text;
  readonly conferenceUuid: Text;
  readonly conferenceMemberId: Text;
  readonly recordUrl: Text;
  readonly recordingId: Text;
}

/** What happened in a conference. */
export interface ConferenceCallbackFields extends ConferenceFields, RecordingFields {
  readonly conferenceAction: ConferenceAction | undefined;
  /** 1 to 99 of `0-9 * # A-D`. */
  readonly conferenceDigitsMatch: Text;
}

/** What happened in a multiparty call. */
export interface MpcStatusFields {
  readonly eventName: MpcEventName | undefined;
  readonly eventTimestamp: Text;
  readonly mpcUuid: Text;
  readonly mpcName: Text;
  readonly memberId: Text;
  readonly participantRole: Text;
  readonly participantCallUuid: Text;
  readonly participantCallFrom: Text;
  readonly participantCoachMode: boolean | undefined;
  /** Seconds. */
  readonly mpcDuration: number | undefined;
  /** Seconds. */
  readonly mpcBilledDuration: number | undefined;
  /** US dollars. */
  readonly mpcBilledAmount: number | undefined;
}

/** What happened to the recording of a multiparty call. */
export interface MpcRecordingFields {
  readonly eventName: MpcRecordingEventName | undefined;
  readonly eventTimestamp: Text;
  readonly mpcName: Text;
  readonly mpcUuid: Text;
  /** Seconds. */
  readonly recordingDuration: number | undefined;
  readonly recordingFormat: Text;
  readonly recordingUrl: Text;
  readonly recordingUuid: Text;
  readonly recordingStartTime: Text;
  readonly recordingEndTime: Text;
  readonly sequenceNumber: number | undefined;
}

/** How a participant was in a multiparty call, from joining to leaving. */
export interface MpcExitFields {
  readonly mpcUuid: Text;
  readonly mpcFriendlyName: Text;
  readonly memberId: Text;
  readonly participantCallUuid: Text;
  readonly participantJoinTime: Text;
  readonly participantEndTime: Text;
  readonly participantRole: Text;
}

/** What happened to an audio stream. */
export interface StreamStatusFields {
  readonly streamId: Text;
  readonly timestamp: Text;
  readonly bidirectional: boolean | undefined;
  readonly audioTrack: Text;
  /** Seconds. */
  readonly streamTimeout: number | undefined;
  readonly contentType: Text;
  readonly extraHeaders: Text;
  readonly keepCallAlive: boolean | undefined;
}

/** What machine detection found. */
export interface MachineDetectionFields {
  readonly machine: boolean | undefined;
  readonly ifMachine: IfMachine | undefined;
}

/** The state of a message. */
export interface MessageStatusFields {
  readonly messageUuid: Text;
  /** Such as `queued`, `sent`, `delivered`, `failed`. */
  readonly status: Text;
}

type Nothing = Record<never, never>;

/** The fields that a kind of request has beside the common ones. */
export interface FieldsOfKind {
  /** The call begins: `answer_url`. `fallback_url`, `confirmSound`, `dialMusic` and the sounds of conferences send the same fields, so they are this kind too. */
  answer: AnswerFields;
  /** An outbound call rings. */
  ring: Nothing;
  /** The call has ended. */
  hangup: HangupFields;
  /** `GetDigits` has collected. */
  'getdigits-action': Pressed;
  /** `GetInput` has collected or heard. */
  'getinput-action': Pressed & SpeechFields;
  /** `GetInput` hears. */
  'getinput-interim': InterimSpeechFields;
  /** `Dial` is over. */
  'dial-action': DialActionFields;
  /** Something happened on the B leg. */
  'dial-callback': DialCallbackFields;
  /** `Record` is over. Its `callbackUrl` sends the same fields, so that a file that is ready is this kind too. */
  'record-action': Pressed & RecordingFields;
  /** A transcript is ready. */
  transcription: TranscriptionFields;
  /** This member has left the room. */
  'conference-action': ConferenceFields;
  /** Something happened in the room. */
  'conference-callback': ConferenceCallbackFields;
  /** `Redirect` has been reached. An action of which nothing came may look the same. */
  redirect: Nothing;
  /** Something happened in a multiparty call. */
  'mpc-status': MpcStatusFields;
  /** Something happened to its recording. */
  'mpc-recording': MpcRecordingFields;
  /** This participant has left it. */
  'mpc-exit': MpcExitFields;
  /** Something happened to an audio stream. */
  'stream-status': StreamStatusFields;
  /** A machine has answered, says asynchronous detection. */
  'machine-detection': MachineDetectionFields;
  /** A message has a new state. */
  'message-status': MessageStatusFields;
  /** Nothing in it is Plivo's. */
  unknown: Nothing;
}

/** What kind of request it is, by the names of Plivo's attributes. */
export type CallKind = keyof FieldsOfKind;

type NameOfAny = { [Kind in CallKind]: keyof FieldsOfKind[Kind] }[CallKind];
type Lacks<Kind extends CallKind> = Exclude<NameOfAny, keyof FieldsOfKind[Kind] | 'input'>;

/** A request of one kind. The fields of other kinds can be read, and are `undefined`. */
export type CallOf<Kind extends CallKind> = CommonFields & { readonly kind: Kind } & FieldsOfKind[Kind] & {
    readonly [Name in Lacks<Kind>]?: undefined;
  } & ('input' extends keyof FieldsOfKind[Kind] ? unknown : { readonly input: 'none' });

/**
 * What Plivo tells us with one request. Every field of every kind can be read without asking for the kind;
 * asking for it tells which of them there are. The fields are getters: take what you need of it, `{ ...call }` has few.
 *
 * @example
 * ```ts
 * import type { Call } from 'plivo-jsx';
 *
 * function next(call: Call): string {
 *   if (call.kind === 'dial-action') return call.dialStatus === 'busy' ? 'try later' : 'goodbye';
 *   return call.input === 'given' ? `option ${call.digits}` : 'again';
 * }
 * ```
 */
export type Call = { [Kind in CallKind]: CallOf<Kind> }[CallKind];
