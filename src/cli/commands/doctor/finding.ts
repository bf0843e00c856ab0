/** What one check of the doctor found. */
export interface Finding {
  /** What was checked; the name is stable. */
  readonly check: Check;
  /** `wrong`: calls fail or are open to anyone. `warning`: they work, and it should not stay so. */
  readonly result: 'ok' | 'warning' | 'wrong';
  /** A sentence. */
  readonly says: string;
  /** One thing to do. */
  readonly fix?: string;
}

/** All checks, in their order. */
export type Check =
  | 'public-url'
  | 'https'
  | 'auth-token'
  | 'auth-id'
  | 'number'
  | 'flows'
  | 'reachable'
  | 'signed'
  | 'unsigned'
  | 'time'
  | 'content-type'
  | 'size'
  | 'document'
  | 'links';

/** Nothing to do. */
export const ok = (check: Check, says: string): Finding => ({ check, result: 'ok', says });

/** It works, and should not stay so. */
export const warning = (check: Check, says: string, fix: string): Finding => ({
  check,
  result: 'warning',
  says,
  fix,
});

/** Calls fail, or are open to anyone. */
export const wrong = (check: Check, says: string, fix: string): Finding => ({
  check,
  result: 'wrong',
  says,
  fix,
});
