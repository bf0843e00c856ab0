import type { DialStatus, HangupSource } from '../../webhook/plivo-enums.ts';
import { causeName } from '../engine/hangup-causes.ts';
import type { Params } from '../engine/requests.ts';

/** How a Dial ended. */
export interface DialResult {
  readonly status: DialStatus;
  readonly code: number;
  readonly source: HangupSource;
  /** Plivo's `DialHangupCause`. */
  readonly cause: string;
}

/** The default report of each outcome. */
const usual: { readonly [Status in DialStatus]: DialResult } = {
  completed: { status: 'completed', code: 4000, source: 'Callee', cause: 'NORMAL_CLEARING' },
  busy: { status: 'busy', code: 3010, source: 'Callee', cause: 'USER_BUSY' },
  failed: { status: 'failed', code: 2000, source: 'Carrier', cause: 'UNALLOCATED_NUMBER' },
  timeout: { status: 'timeout', code: 6010, source: 'Plivo', cause: 'PROGRESS_TIMEOUT' },
  'no-answer': { status: 'no-answer', code: 3000, source: 'Callee', cause: 'NO_ANSWER' },
  cancel: { status: 'cancel', code: 1000, source: 'Caller', cause: 'ORIGINATOR_CANCEL' },
};

/** The report of an outcome. */
export const resultOf = (status: DialStatus, code?: number, source?: HangupSource): DialResult => ({
  ...usual[status],
  ...(code === undefined ? {} : { code }),
  ...(source === undefined ? {} : { source }),
});

/** The parameters that report the hangup of the B leg. */
export const hangupParams = ({ code, source }: DialResult): Params => ({
  DialBLegHangupCauseName: causeName(code),
  DialBLegHangupCauseCode: String(code),
  DialBLegHangupSource: source,
});
