import type { DialStatus, HangupSource } from '../../call/words.ts';
import { causeName } from '../engine/hangup-causes.ts';
import type { Params } from '../engine/requests.ts';

/** How a Dial ended. */
export interface DialResult {
  readonly status: DialStatus;
  readonly code: number;
  readonly source: HangupSource;
  /** Plivo's older word for it. */
  readonly cause: string;
}

/** What each outcome reports when nobody gives a code. */
const usual: { readonly [Status in DialStatus]: DialResult } = {
  completed: { status: 'completed', code: 4000, source: 'Callee', cause: 'NORMAL_CLEARING' },
  busy: { status: 'busy', code: 3010, source: 'Callee', cause: 'USER_BUSY' },
  failed: { status: 'failed', code: 2000, source: 'Carrier', cause: 'UNALLOCATED_NUMBER' },
  timeout: { status: 'timeout', code: 6010, source: 'Plivo', cause: 'PROGRESS_TIMEOUT' },
  'no-answer': { status: 'no-answer', code: 3000, source: 'Callee', cause: 'NO_ANSWER' },
  cancel: { status: 'cancel', code: 1000, source: 'Caller', cause: 'ORIGINATOR_CANCEL' },
};

/** The result of an outcome, with another code if one is given. */
export const resultOf = (status: DialStatus, code?: number, source?: HangupSource): DialResult => ({
  ...usual[status],
  ...(code === undefined ? {} : { code }),
  ...(source === undefined ? {} : { source }),
});

/** The parameters by which a hangup of the B leg is reported. */
export const hangupParams = ({ code, source }: DialResult): Params => ({
  DialBLegHangupCauseName: causeName(code),
  DialBLegHangupCauseCode: String(code),
  DialBLegHangupSource: source,
});
