/**
 * Problems of a document: their facts, places and messages.
 * @module
 */
import path from 'node:path';
import type { Source } from '../../../jsx-runtime/element.ts';
import { CodedError, fixLineOf, sentenceOf, type ErrorCode, type Facts } from '../../errors.ts';

/** One tag on the way from the root to a problem. */
export interface Frame {
  readonly name: string;
  readonly source: Source | undefined;
  readonly outer: Frame | undefined;
}

/** One problem of a document. */
export interface Problem {
  readonly code: ErrorCode;
  readonly facts: Facts;
  /** With a `warning` the document is served; an `error` refuses it. */
  readonly severity: 'error' | 'warning';
  /** The element with the problem; its `outer` frames lead to the root. Undefined in production. */
  readonly frame: Frame | undefined;
  readonly cause?: unknown;
}

/** The most problems in one message; the others are counted. */
const mostTold = 10;

/** The most frames of one problem, from the innermost. */
const mostFrames = 20;

/** The message of a problem: sentence, places, fix. */
export function problemText(problem: Problem): string {
  const { code, facts, frame } = problem;
  return [sentenceOf(code, facts), ...framesText(frame), fixLineOf(code, facts)].join('\n');
}

function framesText(innermost: Frame | undefined): string[] {
  const lines: string[] = [];
  let placed = false;
  for (let frame = innermost; frame !== undefined && frame.name !== ''; frame = frame.outer) {
    if (lines.length === mostFrames) {
      lines.push('  in …');
      break;
    }
    placed ||= frame.source !== undefined;
    lines.push(`  ${frame === innermost ? 'at' : 'in'} <${frame.name}>${placeText(frame.source)}`);
  }
  if (lines.length > 0 && !placed) lines.push('Build with "jsx": "react-jsxdev" to see files and lines.');
  return lines;
}

/** ` (file:line:column)`, the file relative to the working directory so that a terminal makes it a link. */
export function placeText(source: Source | undefined): string {
  if (source === undefined) return '';
  return ` (${path.relative('', source.fileName)}:${source.lineNumber}:${source.columnNumber})`;
}

/**
 * A document that cannot be served: all of its problems, in document order.
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
    const told = problems.slice(0, mostTold).map(problemText);
    if (problems.length > mostTold) told.push(`… and ${problems.length - mostTold} more.`);
    this.message = told.join('\n\n');
  }
}
