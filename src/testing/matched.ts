/** The result of a matcher, in the shape that Vitest and Jest take. */
export interface Matched {
  readonly pass: boolean;
  /** What was expected and what happened; when the matcher passes, the message for `.not`. */
  readonly message: () => string;
}
