import { boolean, digits, integer, method, oneOf, url } from './attribute.ts';
import { nothing } from './content.ts';
import {
  declareElement,
  defineElement,
  type DeclaredAttributes,
  type DeclaredChildren,
  type ElementComponent,
} from './define-element.ts';
import type { ElementView } from './rule.ts';
import { replacedByAction } from './unreachable.ts';

const inBackground = ({ attributes }: ElementView) =>
  attributes['recordSession'] === 'true' || attributes['startOnDialAnswer'] === 'true';

const declaration = declareElement({
  name: 'Record',
  role: 'leads',
  content: nothing,
  attributes: {
    /** Requested when the recording is over (in the background: at once); its XML replaces this document. */
    action: url('xml', {}),
    /** The HTTP method of the request to `action`. Default: POST. */
    method: method({ default: 'POST' }),
    /** The format of the recording. Default: mp3. */
    fileFormat: oneOf(['mp3', 'wav'], { default: 'mp3' }),
    /** `false`: `action` is requested, its answer is ignored and the next element runs. Default: true. */
    redirect: boolean({ default: true }),
    /** The silence that ends the recording, in seconds; without effect in the background. Default: 15 s. */
    timeout: integer({ min: 1, unit: 's', default: 15 }),
    /** The longest recording, in seconds; Plivo asks for more than 1. Default: 60 s. */
    maxLength: integer({ min: 1, unit: 's', default: 60 }),
    /** `false`: no beep before the recording; without effect in the background. Default: true. */
    playBeep: boolean({ default: true }),
    /** The keys that end the recording; `none` switches it off. Always write it: older pages let any key do. Default: #. */
    finishOnKey: digits({
      closed: true,
      pattern: /^([0-9*#]+|none|)$/,
      expected: 'keys (0 to 9, * or #), or none',
      default: '#',
    }),
    /** `true`: the rest of the call is recorded in the background, and the next element runs at once. Default: false. */
    recordSession: boolean({ default: false }),
    /** `true`: recording starts in the background when a later `<Dial>` is answered. Default: false. */
    startOnDialAnswer: boolean({ default: false }),
    /** `stereo` keeps the two parties apart. Default: stereo. */
    recordChannelType: oneOf(['mono', 'stereo'], { default: 'stereo' }),
    /** How the recording is transcribed: by machine, by people, or both. */
    transcriptionType: oneOf(['auto', 'hybrid', 'manual'], {}),
    /** Notified of the transcription when it is ready; its answer is ignored. */
    transcriptionUrl: url('notify', {}),
    /** The HTTP method of the request to `transcriptionUrl`. Default: POST. */
    transcriptionMethod: method({ default: 'POST' }),
    /** How detailed the transcription is. Default: compact. */
    transcriptionReportType: oneOf(['full', 'compact'], { default: 'compact', evidence: 'new' }),
    /** Notified when the file is ready; its answer is ignored. */
    callbackUrl: url('notify', {}),
    /** The HTTP method of the request to `callbackUrl`. Default: POST. */
    callbackMethod: method({ default: 'POST' }),
  },
  rules: [
    {
      message: 'timeout, finishOnKey and playBeep do nothing in a <Record> in the background.',
      fix: 'remove them, or remove recordSession and startOnDialAnswer.',
      severity: 'warning',
      broken: (record) =>
        inBackground(record) &&
        ['timeout', 'finishOnKey', 'playBeep'].some((name) => record.attributes[name] !== undefined),
    },
    // In the foreground the next element may run: when nothing was recorded, say Plivo's own examples.
    replacedByAction('Record', inBackground),
  ],
});

/** The props of {@link Record}. */
export interface RecordProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

/**
 * Records the caller; or, with `recordSession` or `startOnDialAnswer`, the call in the background.
 *
 * Source: https://www.plivo.com/docs/voice/xml/record
 *
 * @example
 * ```tsx
 * import { Record } from 'plivo-jsx';
 *
 * const voicemail = <Record action="/thanks" maxLength={120} finishOnKey="#" />;
 * ```
 */
export const Record: ElementComponent<RecordProps> = defineElement(declaration);
