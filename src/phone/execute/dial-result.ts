import type { DialStatus, HangupSource } from '../../webhook/plivo-enums.ts';
import { causeName, telephoneCause } from '../engine/hangup-causes.ts';
import type { Params } from '../engine/requests.ts';

/** How a Dial ended. */
export interface DialResult {
  readonly status: DialStatus;
  readonly code: number;
  readonly source: HangupSource;
  /** Plivo's `DialHangupCause`, when it does not follow from the code. */
  readonly cause?: string;
}

/** The default report of each outcome. */
const usual: { readonly [Status in DialStatus]: DialResult } = {
  completed: { status: 'completed', code: 4000, source: 'Callee' },
  busy: { status: 'busy', code: 3010, source: 'Callee' },
  failed: { status: 'failed', code: 2000, source: 'Carrier' },
  timeout: { status: 'timeout', code: 6010, source: 'Plivo', cause: 'NO_ANSWER' },
  'no-answer': { status: 'no-answer', code: 3000, source: 'Callee' },
  cancel: { status: 'cancel', code: 1000, source: 'Caller' },
};

/** The report of an outcome. */
export function resultOf(
  status: DialStatus,
  code = usual[status].code,
  source = usual[status].source,
): DialResult {
  return code === usual[status].code ? { ...usual[status], source } : { status, code, source };
}

/** `timeLimit` has dropped the B leg. */
export const timeLimitReached: DialResult = {
  status: 'completed',
  code: 6000,
  source: 'Plivo',
  cause: 'ALLOTTED_TIMEOUT',
};

/** Plivo's `DialHangupCause`. */
export const hangupCauseOf = ({ code, cause = telephoneCause(code) }: DialResult): string => cause;

/** The parameters that report the hangup of the B leg to `callbackUrl`. */
export const hangupParams = ({ code, source }: DialResult): Params => ({
  DialBLegHangupCauseName: causeName(code),
  DialBLegHangupCauseCode: String(code),
  DialBLegHangupSource: source,
});
