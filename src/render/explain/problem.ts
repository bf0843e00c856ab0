/**
 * Problems of a document: what is wrong, where it was written, and the message about it.
 * @module
 */
import type { Source } from '../../../jsx-runtime/element.ts';
import { CodedError, fixLineOf, hide, sentenceOf, type ErrorCode, type Facts } from '../../errors.ts';
import { placeText } from '../../stack.ts';

/** One component or element on the way from the root to a problem. */
export interface Frame {
  readonly name: string;
  readonly source: Source | undefined;
  readonly outer: Frame | undefined;
}

/** One problem of a document. */
export interface Problem {
  readonly code: ErrorCode;
  readonly facts: Facts;
  /** A document with an `error` is rejected. A `warning` is reported, and the document is served. */
  readonly severity: 'error' | 'warning';
  /** The element at fault; its `outer` frames lead to the root, which has no name. Known in development only. */
  readonly frame: Frame | undefined;
  readonly cause?: unknown;
}

/** Problems in one message; the rest is counted. */
const maxProblems = 10;

/** Frames of one problem; the innermost are shown. */
const maxFrames = 20;

/** The message about a problem: sentence, places, fix. */
export function problemText(problem: Problem): string {
  const { code, facts, frame } = problem;
  return [sentenceOf(code, facts), ...framesText(frame), fixLineOf(code, facts)].join('\n');
}

function framesText(innermost: Frame | undefined): string[] {
  const lines: string[] = [];
  let hasPlace = false;
  for (let frame = innermost; frame !== undefined && frame.name !== ''; frame = frame.outer) {
    if (lines.length === maxFrames) {
      lines.push('  in …');
      break;
    }
    hasPlace ||= frame.source !== undefined;
    lines.push(`  ${frame === innermost ? 'at' : 'in'} <${frame.name}>${placeText(frame.source)}`);
  }
  if (lines.length > 0 && !hasPlace) lines.push('Build with "jsx": "react-jsxdev" to see files and lines.');
  return lines;
}

/**
 * A problem that a component reports about itself: it is shown with the place of the component, as the problems of elements are.
 */
export class DocumentError extends CodedError {}

/**
 * The error of {@link render}: all problems of a document, in document order.
 *
 * @example
 * ```ts
 * import { RenderError } from 'plivo-jsx';
 *
 * const codes = (error: unknown) => (error instanceof RenderError ? error.problems.map(({ code }) => code) : []);
 * ```
 */
export class RenderError extends CodedError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly [Problem, ...Problem[]]) {
    const [first] = problems;
    super(first.code, first.facts, first.cause === undefined ? {} : { cause: first.cause });
    this.name = 'RenderError';
    this.problems = problems;
    hide(this, 'problems');
    const texts = problems.slice(0, maxProblems).map(problemText);
    if (problems.length > maxProblems) texts.push(`… and ${problems.length - maxProblems} more.`);
    this.message = texts.join('\n\n');
  }
}
