import { fixOf, sentenceOf, type ErrorCode, type Facts, type FactsOf } from '../../errors.ts';

/** Something about a document: what it is, what to do, and where. */
export interface Problem {
  readonly message: string;
  readonly fix: string;
  readonly line?: number;
  readonly column?: number;
}

/** Problems by what they do to the call; a check adds to them. */
export interface Findings {
  /** The first one rejects the document. */
  readonly errors: Problem[];
  readonly warnings: Problem[];
  /** Addresses and methods that end the call, but only when they are used. */
  readonly whenUsed: Problem[];
}

/** How documents are checked. */
export interface CheckOptions {
  /** The origin that paths are resolved against, where they are taken for URLs. */
  readonly baseUrl?: string | undefined;
  /** What becomes of values that would reject the document, as in {@link Assumptions}. Default: `rejected`. */
  readonly badValues?: 'rejected' | 'ignored' | undefined;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** True for a problem where a document could be. */
export const isProblem = (result: object): result is Problem => 'message' in result;

/** A problem of an element. */
export const problemOf = ({ line, column }: Place, message: string, fix: string): Problem => ({
  message,
  fix,
  line,
  column,
});

/** A problem that the renderer reports too, in the same words. */
export const errorOf = <Code extends ErrorCode>(
  place: Place,
  code: Code,
  facts: Facts & FactsOf<Code>,
): Problem => problemOf(place, sentenceOf(code, facts), fixOf(code, facts));
