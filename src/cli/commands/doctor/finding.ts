/** The result of one check of the doctor. */
export interface Finding {
  /** What was checked; the name is stable. */
  readonly check: Check;
  /** `wrong`: calls fail, or anyone can pose as Plivo. `warning`: calls work, but something should be changed. */
  readonly result: 'ok' | 'warning' | 'wrong';
  /** A sentence. */
  readonly message: string;
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

/** There is nothing to do. */
export const ok = (check: Check, message: string): Finding => ({ check, result: 'ok', message });

/** Calls work, but something should be changed. */
export const warning = (check: Check, message: string, fix: string): Finding => ({
  check,
  result: 'warning',
  message,
  fix,
});

/** Calls fail, or anyone can pose as Plivo. */
export const wrong = (check: Check, message: string, fix: string): Finding => ({
  check,
  result: 'wrong',
  message,
  fix,
});
