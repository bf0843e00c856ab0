/** Something about a document: what it is, what to do, and where. */
export interface Problem {
  readonly message: string;
  readonly fix: string;
  readonly line?: number;
  readonly column?: number;
}

/** True for a problem where a document could be. */
export const isProblem = (result: object): result is Problem => 'message' in result;
