import { boolean, integer, list, method, oneOf, url, urlOr } from './attribute.ts';
import { text } from './content.ts';
import {
  declareElement,
  defineElement,
  type DeclaredAttributes,
  type DeclaredChildren,
  type ElementComponent,
} from './define-element.ts';
import { needs } from './rule.ts';
import { replacedByAction } from './unreachable.ts';

const declaration = declareElement({
  name: 'Conference',
  role: 'leads',
  content: text({ expected: 'the name of the room' }),
  attributes: {
    /** `true`: this member listens and is not heard. Default: false. */
    muted: boolean({ default: false }),
    /** What all hear when this member enters: `beep:1`, `beep:2`, or a document of `<Play>`, `<Speak>` and `<Wait>`. Default: "". */
    enterSound: urlOr('xml-sound', ['', 'beep:1', 'beep:2'], { default: '' }),
    /** What all hear when this member leaves: `beep:1`, `beep:2`, or a document of `<Play>`, `<Speak>` and `<Wait>`. Default: "". */
    exitSound: urlOr('xml-sound', ['', 'beep:1', 'beep:2'], { default: '' }),
    /** `false`: this member waits until one with `true` enters. Default: true. */
    startConferenceOnEnter: boolean({ default: true }),
    /** `true`: the conference ends for all when this member leaves. Default: false. */
    endConferenceOnExit: boolean({ default: false }),
    /** `false`: this member is removed when nobody else is left. Default: true. */
    stayAlone: boolean({ default: true }),
    /** What this member hears until the conference starts: a document of `<Play>`, `<Speak>` and `<Wait>`. */
    waitSound: url('xml-sound', {}),
    /** How many may be in the room at the same time. Default: 20. */
    maxMembers: integer({ min: 1, max: 20, warnsAbove: true, default: 20 }),
    /** `true`: the conference is recorded. Default: false. */
    record: boolean({ default: false }),
    /** The format of the recording. Default: mp3. */
    recordFileFormat: oneOf(['mp3', 'wav'], { default: 'mp3' }),
    /** The longest that the conference may last, in seconds. Default: 86400 s. */
    timeLimit: integer({ min: 1, unit: 's', default: 86400 }),
    /** `true`: this member leaves the room by pressing *; the call goes on. Default: false. */
    hangupOnStar: boolean({ default: false }),
    /** Requested when this member leaves; its XML replaces this document. */
    action: url('xml', {}),
    /** The HTTP method of the request to `action`. Default: POST. */
    method: method({ default: 'POST' }),
    /** Notified of members who enter, leave, press digits or speak, and of the recording; its answer is ignored. */
    callbackUrl: url('notify', {}),
    /** The HTTP method of the request to `callbackUrl`. Default: POST. */
    callbackMethod: method({ default: 'POST' }),
    /** Digit patterns, separated by commas; `callbackUrl` is notified when this member presses one. */
    digitsMatch: list({ like: '*1,*2' }),
    /** `true`: `callbackUrl` is notified when this member starts or stops speaking. Default: false. */
    floorEvent: boolean({ default: false }),
    /** `false`: `action` is requested, its answer is ignored and the next element runs. Default: true. */
    redirect: boolean({ default: true }),
    /** `true`: the other members hear the keys that this one presses. Default: true. */
    relayDTMF: boolean({ default: true }),
    /** How the recording is transcribed: by machine, by people, or both. */
    transcriptionType: oneOf(['auto', 'hybrid', 'manual'], {}),
    /** Notified of the transcription when it is ready; its answer is ignored. */
    transcriptionUrl: url('notify', {}),
    /** The HTTP method of the request to `transcriptionUrl`. Default: POST. */
    transcriptionMethod: method({ default: 'POST' }),
  },
  rules: [needs('Conference', 'digitsMatch', 'callbackUrl'), replacedByAction('Conference')],
});

/** The props of {@link Conference}. */
export interface ConferenceProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

/**
 * Puts the caller into a room of this name, together with everyone else who is in it.
 *
 * Source: https://www.plivo.com/docs/voice/xml/conferencing
 *
 * @example
 * ```tsx
 * import { Conference } from 'plivo-jsx';
 *
 * const room = <Conference maxMembers={5}>weekly-standup</Conference>;
 * ```
 */
export const Conference: ElementComponent<ConferenceProps> = defineElement(declaration);
