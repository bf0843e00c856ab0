/**
 * What no page of Plivo's states, so that the phone has to assume it.
 * @module
 */

/** Each can be set when a call is started. */
export interface Assumptions {
  /** After the caller hung up, `action` of Dial and Record is requested: `never`, `always`, or only with `redirect="false"`, as Plivo's engine of 2015 did. Default: `redirect-false`. */
  readonly actionAfterHangup: 'never' | 'redirect-false' | 'always';
  /** `finishOnKey` without a key before it: a failed attempt, or an input of no digits. Default: `failed`. */
  readonly finishOnKeyAlone: 'failed' | 'submitted';
  /** A Record in which nobody spoke requests its `action`; if not, the next element runs, as Plivo's examples write it. Default: false. */
  readonly recordActionOnSilence: boolean;
  /** The silence that ended a recording counts as part of it. Default: false. */
  readonly recordingKeepsSilence: boolean;
  /** GetInput without `inputType` takes this. Default: `dtmf speech`. */
  readonly inputType: 'dtmf' | 'speech' | 'dtmf speech';
  /** `startInputTimeout` of GetInput limits the wait for the first input when it is shorter than `executionTimeout`. Default: true. */
  readonly startInputTimeout: boolean;
  /** `digitEndTimeout="auto"`, in seconds. Default: 2. */
  readonly digitEndTimeoutAuto: number;
  /** `speechEndTimeout="auto"`, in seconds. Default: 2. */
  readonly speechEndTimeoutAuto: number;
  /** How long Dial lets it ring without `timeout`, in seconds: one guide says 30, another page 120. Default: 30. */
  readonly dialTimeout: number;
  /** How many documents may follow one another by Redirect without anything from the caller. Then 2060, Loop Detected. Default: 100. */
  readonly redirectLimit: number;
  /** Comments, CDATA and processing instructions inside a document are read over. Default: true. */
  readonly comments: boolean;
  /** Paths such as `/menu` as URLs, resolved against the document's own address; Plivo documents absolute URLs only. Default: false. */
  readonly relativeUrls: boolean;
  /** How long an audio file is, in seconds: Play does not fetch it. Default: 5. */
  readonly audioSeconds: number | ((url: string) => number);
  /** Play fetches its file, and one that cannot be fetched is skipped with a warning. Default: false. */
  readonly fetchAudio: boolean;
  /** How long a leg rings before it answers, refuses or fails, in seconds. Default: 5. */
  readonly ringSeconds: number;
  /** How long two people talk when nobody says, in seconds. Default: 60. */
  readonly talkSeconds: number;
  /** How many tries of `answer_url` before `fallback_url`; Plivo says three in one place and one retry in another. Default: as the URL's `#rc` says, one retry. */
  readonly answerTries: number | undefined;
  /** The longest call, in seconds from its answer. Default: 14400, as of calls placed with Plivo's API. */
  readonly callSeconds: number;
}

/** The defaults of {@link Assumptions}. */
export const assumptions: Assumptions = {
  actionAfterHangup: 'redirect-false',
  finishOnKeyAlone: 'failed',
  recordActionOnSilence: false,
  recordingKeepsSilence: false,
  inputType: 'dtmf speech',
  startInputTimeout: true,
  digitEndTimeoutAuto: 2,
  speechEndTimeoutAuto: 2,
  dialTimeout: 30,
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

/** The assumptions that take a few words only. */
export const assumptionWords: { readonly [name: string]: readonly string[] | undefined } = {
  actionAfterHangup: ['never', 'redirect-false', 'always'] satisfies Assumptions['actionAfterHangup'][],
  finishOnKeyAlone: ['failed', 'submitted'] satisfies Assumptions['finishOnKeyAlone'][],
  inputType: ['dtmf', 'speech', 'dtmf speech'] satisfies Assumptions['inputType'][],
};
