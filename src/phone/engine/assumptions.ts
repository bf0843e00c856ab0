/**
 * Behaviour that Plivo does not document, so that the phone has to assume it.
 * @module
 */

/** Behaviour that Plivo does not document. Each assumption can be set when a call is started. */
export interface Assumptions {
  /** When `action` of Dial and Record is requested after the caller hung up: `never`, `always`, or only with `redirect="false"`, as Plivo's engine of 2015 did. Default: `redirect-false`. */
  readonly actionAfterHangup: 'never' | 'redirect-false' | 'always';
  /** How `finishOnKey` without a key before it counts: as a failed attempt, or as an input of no digits. Default: `failed`. */
  readonly finishOnKeyAlone: 'failed' | 'submitted';
  /** A Record in which nobody spoke requests its `action`. If not, the next element runs, as in Plivo's examples. Default: false. */
  readonly recordActionOnSilence: boolean;
  /** The silence that ended a recording counts as part of it, as in Plivo's engine of 2015. Default: true. */
  readonly recordingKeepsSilence: boolean;
  /** How a `<Hangup>` without `reason` ends an unanswered call when it is the first element: 3020 Rejected, as Plivo's page of Hangup says, or 4000 Normal Hangup, as in Plivo's engine of 2015. After another element it is always 4000. Default: `rejected`. */
  readonly firstHangup: 'rejected' | 'normal';
  /** Where the notice of the end of a call goes when the call has no hangup URL: to the `answer` URL, as Plivo sends it, or nowhere, so that a test sees the requests of its call only. Default: `none`. */
  readonly hangupUrl: 'answer' | 'none';
  /** The `action` of Dial gets `DialBLegHangupCauseName`, `DialBLegHangupCauseCode` and `DialBLegHangupSource` too: a page of Plivo says so, while Plivo's newer text has them at `callbackUrl` only. Default: false. */
  readonly dialActionCauses: boolean;
  /** A reply of 301, 302 or 303 is followed by a GET request without parameters, as Plivo's engine of 2015 did; Plivo documents 2xx only. Default: false. */
  readonly followRedirects: boolean;
  /** Whether unknown words, and numbers below the minimum, reject a document, or are ignored like values that are left out. Default: `rejected`. */
  readonly badValues: 'rejected' | 'ignored';
  /** The `inputType` of a GetInput that has none. Default: `dtmf speech`. */
  readonly inputType: 'dtmf' | 'speech' | 'dtmf speech';
  /** `startInputTimeout` of GetInput limits the wait for the first input when it is shorter than `executionTimeout`. Default: true. */
  readonly startInputTimeout: boolean;
  /** `digitEndTimeout="auto"`, in seconds. Default: 2. */
  readonly digitEndTimeoutAuto: number;
  /** `speechEndTimeout="auto"`, in seconds. Default: 2. */
  readonly speechEndTimeoutAuto: number;
  /** How long a Dial without `timeout` rings, in seconds: one guide says 30, another page 120. Default: 30. */
  readonly dialTimeout: number;
  /** What another key than `confirmKey` does: nothing, so that the B leg may still press the right one, or it refuses the call at once. Default: `ignored`. */
  readonly wrongConfirmKey: 'ignored' | 'refuses';
  /** The most documents that follow one another, by `<Redirect>` or by an `action`, without anything from the caller or the one dialled. One more ends the call with 2060, Loop Detected. Default: 100. */
  readonly redirectLimit: number;
  /** Comments, CDATA and processing instructions inside a document are accepted. Default: true. */
  readonly comments: boolean;
  /** Relative URLs such as `/menu` are accepted, and resolved against the URL of the document; Plivo documents absolute URLs only. Default: false. */
  readonly relativeUrls: boolean;
  /** The length of an audio file, in seconds, since Play does not fetch it. Default: 5. */
  readonly audioSeconds: number | ((url: string) => number);
  /** Play fetches its file, and skips one that cannot be fetched with a warning. Default: false. */
  readonly fetchAudio: boolean;
  /** How long a leg rings before it answers, refuses or fails, in seconds. Default: 5. */
  readonly ringSeconds: number;
  /** How long two people talk, in seconds, when the command does not say. Default: 60. */
  readonly talkSeconds: number;
  /** The number of tries of `answer_url` before `fallback_url`: Plivo says three in one place and one retry in another. Default: as the URL's `#rc` says, one retry. */
  readonly answerTries: number | undefined;
  /** The longest call, in seconds from its answer; a call that is not answered ends after as many seconds, too. Default: 14400, as for calls placed with Plivo's API. */
  readonly callSeconds: number;
}

/**
 * The defaults of {@link Assumptions}.
 *
 * @example
 * ```ts
 * import { assumptions, startCall } from 'plivo-jsx/phone';
 *
 * const assume = { ringSeconds: assumptions.ringSeconds * 2 };
 * const call = await startCall('http://localhost:5000/ivr', { assume });
 * ```
 */
export const assumptions: Assumptions = {
  actionAfterHangup: 'redirect-false',
  finishOnKeyAlone: 'failed',
  recordActionOnSilence: false,
  recordingKeepsSilence: true,
  firstHangup: 'rejected',
  hangupUrl: 'none',
  dialActionCauses: false,
  followRedirects: false,
  badValues: 'rejected',
  inputType: 'dtmf speech',
  startInputTimeout: true,
  digitEndTimeoutAuto: 2,
  speechEndTimeoutAuto: 2,
  dialTimeout: 30,
  wrongConfirmKey: 'ignored',
  redirectLimit: 100,
  comments: true,
  relativeUrls: false,
  audioSeconds: 5,
  fetchAudio: false,
  ringSeconds: 5,
  talkSeconds: 60,
  answerTries: undefined,
  callSeconds: 14_400,
};

/**
 * The values of the assumptions that are words.
 *
 * @example
 * ```ts
 * import { assumptionWords } from 'plivo-jsx/phone';
 *
 * console.log(assumptionWords['inputType']); // [ 'dtmf', 'speech', 'dtmf speech' ]
 * ```
 */
export const assumptionWords: { readonly [name: string]: readonly string[] | undefined } = {
  actionAfterHangup: ['never', 'redirect-false', 'always'] satisfies Assumptions['actionAfterHangup'][],
  wrongConfirmKey: ['ignored', 'refuses'] satisfies Assumptions['wrongConfirmKey'][],
  finishOnKeyAlone: ['failed', 'submitted'] satisfies Assumptions['finishOnKeyAlone'][],
  firstHangup: ['rejected', 'normal'] satisfies Assumptions['firstHangup'][],
  hangupUrl: ['answer', 'none'] satisfies Assumptions['hangupUrl'][],
  badValues: ['rejected', 'ignored'] satisfies Assumptions['badValues'][],
  inputType: ['dtmf', 'speech', 'dtmf speech'] satisfies Assumptions['inputType'][],
};
