import { boolean, integer, list, listOf, method, oneOf, oneOfAnyCase, url, urlOr } from './attribute.ts';
import { text } from './content.ts';
import {
  declareElement,
  defineElement,
  type DeclaredAttributes,
  type DeclaredChildren,
  type ElementComponent,
} from './define-element.ts';

const declaration = declareElement({
  name: 'MultiPartyCall',
  role: 'leads',
  content: text({ expected: 'the name of the call' }),
  attributes: {
    /** Who this participant is, in capital or small letters; `ai-agent` is a program behind a WebSocket. */
    role: oneOfAnyCase(['Agent', 'Supervisor', 'Customer', 'ai-agent'], { required: true }),
    /** The longest that the call may last, in seconds. Default: 14400 s. */
    maxDuration: integer({ min: 300, max: 28800, unit: 's', default: 14400 }),
    /** How many may be in the call at the same time. Default: 10. */
    maxParticipants: integer({ min: 2, max: 10, default: 10 }),
    /** How many participants must be there before recording starts. Default: 1. */
    recordMinMemberCount: integer({ min: 1, max: 2, default: 1 }),
    /** What this participant hears until the call starts: a document of `<Play>`, `<Speak>` and `<Wait>`. */
    waitMusicUrl: url('xml-sound', {}),
    /** The HTTP method of the request to `waitMusicUrl`. Default: GET. */
    waitMusicMethod: method({ default: 'GET' }),
    /** What agents hear on hold: a document of `<Play>`, `<Speak>` and `<Wait>`. */
    agentHoldMusicUrl: url('xml-sound', {}),
    /** The HTTP method of the request to `agentHoldMusicUrl`. Default: GET. */
    agentHoldMusicMethod: method({ default: 'GET' }),
    /** What customers hear on hold: a document of `<Play>`, `<Speak>` and `<Wait>`. */
    customerHoldMusicUrl: url('xml-sound', {}),
    /** The HTTP method of the request to `customerHoldMusicUrl`. Default: GET. */
    customerHoldMusicMethod: method({ default: 'GET' }),
    /** `true`: the call is recorded. Default: false. */
    record: boolean({ default: false }),
    /** The format of the recording. Default: mp3. */
    recordFileFormat: oneOf(['mp3', 'wav'], { default: 'mp3' }),
    /** Notified of the recording; its answer is ignored. */
    recordingCallbackUrl: url('notify', {}),
    /** The HTTP method of the request to `recordingCallbackUrl`. Always write it, since Plivo's SDKs disagree. Default: GET. */
    recordingCallbackMethod: method({ default: 'GET' }),
    /** The events that `statusCallbackUrl` is notified of, separated by commas. Default: mpc-state-changes,participant-state-changes. */
    statusCallbackEvents: listOf(
      [
        'mpc-state-changes',
        'participant-state-changes',
        'participant-speak-events',
        'participant-digit-input-events',
        'add-participant-api-events',
        'participant-audio-events',
      ],
      { default: 'mpc-state-changes,participant-state-changes' },
    ),
    /** Notified of the events in `statusCallbackEvents`; its answer is ignored. */
    statusCallbackUrl: url('notify', {}),
    /** The HTTP method of the request to `statusCallbackUrl`. Default: POST. */
    statusCallbackMethod: method({ default: 'POST' }),
    /** `true`: this participant may stay when nobody else is left. Default: false. */
    stayAlone: boolean({ default: false }),
    /** `true`: a supervisor hears all and is heard by agents only; it does nothing in other roles. Default: true. */
    coachMode: boolean({ default: true }),
    /** `true`: this participant listens and is not heard. Default: false. */
    mute: boolean({ default: false }),
    /** `true`: this participant enters on hold. Default: false. */
    hold: boolean({ default: false }),
    /** `false`: the call does not start when this participant enters, only with one who has `true`. Default: true. */
    startMpcOnEnter: boolean({ default: true }),
    /** `true`: the call ends for all when this participant leaves. Default: false. */
    endMpcOnExit: boolean({ default: false }),
    /** What all hear when this participant enters: `beep:1`, `beep:2`, `none` or a URL. Default: beep:1. */
    enterSound: urlOr('xml-sound', ['none', 'beep:1', 'beep:2'], { default: 'beep:1' }),
    /** The HTTP method of the request to the URL of `enterSound`. Default: GET. */
    enterSoundMethod: method({ default: 'GET' }),
    /** What all hear when this participant leaves: `beep:1`, `beep:2`, `none` or a URL. Default: beep:2. */
    exitSound: urlOr('xml-sound', ['none', 'beep:1', 'beep:2'], { default: 'beep:2' }),
    /** The HTTP method of the request to the URL of `exitSound`. Default: GET. */
    exitSoundMethod: method({ default: 'GET' }),
    /** Requested when this participant leaves; its XML runs for them. */
    onExitActionUrl: url('xml', {}),
    /** The HTTP method of the request to `onExitActionUrl`. Default: POST. */
    onExitActionMethod: method({ default: 'POST' }),
    /** `true`: the others hear the keys that this participant presses. Default: false. */
    relayDTMFInputs: boolean({ default: false }),
    /** The audio file to play to all when recording starts. */
    startRecordingAudio: url('audio', {}),
    /** The HTTP method of the request to `startRecordingAudio`. Default: GET. */
    startRecordingAudioMethod: method({ default: 'GET' }),
    /** The audio file to play to all when recording stops. */
    stopRecordingAudio: url('audio', {}),
    /** The HTTP method of the request to `stopRecordingAudio`. Default: GET. */
    stopRecordingAudioMethod: method({ default: 'GET' }),
    /** `true`: this participant is recorded in a file of their own. Default: false. */
    recordParticipantTrack: boolean({ default: false, evidence: 'new' }),
    /** `true`: the call does not start before an agent is there. Default: false. */
    waitForAgent: boolean({ default: false, evidence: 'new' }),
    /** `true`: what a coaching supervisor says is in the recording. Plivo states no default. */
    recordCoachVoice: boolean({ evidence: 'new' }),
    /** The WebSocket of the program that speaks; only for the role `ai-agent`. */
    aiAgentStreamServiceUrl: url('websocket', { evidence: 'new' }),
    /** The audio that the program receives and sends; only for the role `ai-agent`. Default: audio/x-l16;rate=8000. */
    aiAgentStreamContentType: oneOf(
      ['audio/x-l16;rate=8000', 'audio/x-l16;rate=16000', 'audio/x-mulaw;rate=8000'],
      { default: 'audio/x-l16;rate=8000', evidence: 'new' },
    ),
    /** Notified of the stream to the program; its answer is ignored. */
    aiAgentStreamStatusCallbackUrl: url('notify', { evidence: 'new' }),
    /** The HTTP method of the request to `aiAgentStreamStatusCallbackUrl`. Default: POST. */
    aiAgentStreamStatusCallbackMethod: method({ default: 'POST', evidence: 'new' }),
    /** The sampling rate of the audio, in hertz; only for the role `ai-agent`. */
    aiAgentStreamSamplingRate: integer({ evidence: 'new' }),
    /** Data that the program receives at the start, as `key=value` separated by commas. */
    aiAgentStreamExtraHeaders: list({ like: 'caller=vip,lang=en', evidence: 'new' }),
  },
});

/** The props of {@link MultiPartyCall}. */
export interface MultiPartyCallProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

/**
 * Puts the caller into a call of this name, in a role such as customer or agent; the first one makes the call.
 *
 * Source: https://www.plivo.com/docs/voice/xml/conferencing
 *
 * @example
 * ```tsx
 * import { MultiPartyCall } from 'plivo-jsx';
 *
 * const support = (
 *   <MultiPartyCall role="Customer" waitMusicUrl="/hold">
 *     support-call
 *   </MultiPartyCall>
 * );
 * ```
 */
export const MultiPartyCall: ElementComponent<MultiPartyCallProps> = defineElement(declaration);
