import type { HangupSource } from '../../call/words.ts';

/** What was wrong, and what to do; for an author who never saw the inside of Plivo. */
export interface Explanation {
  readonly says: string;
  readonly fix: string;
  readonly url?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Thrown through the elements when the call ends; not an error of the phone. */
export class CallOver extends Error {
  readonly code: number;
  readonly source: HangupSource;
  readonly explanation: Explanation | undefined;

  constructor(code: number, source: HangupSource, explanation?: Explanation) {
    super(`The call ended with ${code}.`);
    this.code = code;
    this.source = source;
    this.explanation = explanation;
  }
}

/** Thrown through the elements when the call is transferred by Plivo's API: they stop as if it were over, and it goes on elsewhere. */
export class Transferred extends CallOver {
  readonly url: string;
  readonly method: string;

  constructor(url: string, method: string) {
    super(0, 'API Request');
    this.url = url;
    this.method = method;
  }
}
