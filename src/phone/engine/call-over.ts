import type { HangupSource } from '../../webhook/plivo-enums.ts';

/** Why Plivo ends the call, what to do about it and where, for the author of the app. */
export interface Explanation {
  readonly message: string;
  readonly fix: string;
  readonly url?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Thrown through the executors when the call ends. It is not a failure of the phone. */
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

/** Thrown through the executors when Plivo's API transfers the call: the current document stops, and another one runs. */
export class Transferred extends CallOver {
  readonly url: string;
  readonly method: string;

  constructor(url: string, method: string) {
    super(0, 'API Request');
    this.url = url;
    this.method = method;
  }
}
