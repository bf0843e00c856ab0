/**
 * Errors as they are thrown: the sentence and the fix of the table, with the facts of the case.
 * @module
 */
import { errors, type ErrorEntry } from './error-table.ts';

/** What a message is built from, by name. */
export type Facts = { readonly [name: string]: string | number | undefined };

/** A stable code, such as `E_NESTING`. */
export type ErrorCode = keyof typeof errors;

type FactsIn<Sentence> = Sentence extends () => string
  ? unknown
  : Sentence extends (facts: infer F) => string
    ? F
    : never;

type FactsOfEntry<E extends ErrorEntry> = unknown extends FactsIn<E['message']> & FactsIn<E['fix']>
  ? { readonly [name: string]: never }
  : FactsIn<E['message']> & FactsIn<E['fix']>;

/** What the sentences of an error are built from: inferred from the table, so that a misspelt fact does not compile. */
export type FactsOf<Code extends ErrorCode> = {
  readonly [C in Code]: FactsOfEntry<(typeof errors)[C]>;
}[Code];

/** The first line of an error: what is wrong. */
export function sentenceOf(code: ErrorCode, facts: Facts): string {
  return (errors[code] as ErrorEntry).message(facts as never);
}

/** What to do about an error. */
export function fixOf(code: ErrorCode, facts: Facts): string {
  return (errors[code] as ErrorEntry).fix(facts as never);
}

/** The last line of an error: one thing to do, and the code. */
export function fixLineOf(code: ErrorCode, facts: Facts): string {
  return `Fix: ${fixOf(code, facts)} [${code}]`;
}

/** How an error came about. */
export interface ErrorDetails {
  readonly cause?: unknown;
  /** Lines between the sentence and the fix, such as places. */
  readonly trace?: string;
}

/** What follows the code of an error: its facts, which may be left out when it needs none. */
export type ErrorArguments<Code extends ErrorCode> =
  {} extends FactsOf<Code>
    ? [facts?: FactsOf<Code>, details?: ErrorDetails]
    : [facts: FactsOf<Code>, details?: ErrorDetails];

/** The constructor of {@link PlivoJsxError}: it takes the facts that the sentences of the code are built from. */
interface PlivoJsxErrorConstructor {
  new <Code extends ErrorCode>(code: Code, ...rest: ErrorArguments<Code>): PlivoJsxError;
  readonly prototype: PlivoJsxError;
}

/** Keeps a property out of what test runners and `console.log` print of an error: its message says as much. */
export function hide(error: CodedError, name: string): void {
  Object.defineProperty(error, name, { enumerable: false });
}

/**
 * What errors are made of; kinds of errors with more to tell extend it. `PlivoJsxError` is the same class with another type,
 * since TypeScript cannot type a constructor by its code in a class that others extend.
 */
export class CodedError extends Error {
  readonly code: ErrorCode;
  /** What the message was built from, by name. */
  readonly facts: Facts;

  constructor(code: ErrorCode, facts: Facts = {}, { cause, trace }: ErrorDetails = {}) {
    const lines = [sentenceOf(code, facts), trace, fixLineOf(code, facts)];
    super(lines.filter(Boolean).join('\n'), cause === undefined ? {} : { cause });
    this.name = 'PlivoJsxError';
    this.code = code;
    this.facts = facts;
    hide(this, 'facts');
  }

  /**
   * What JSON has of it. Vitest sends this to its reporter, which otherwise prints hidden fields as well: those of a document
   * that was refused lead to each of its elements, and the process ran out of memory.
   */
  toJSON(): Pick<CodedError, 'name' | 'code'> {
    const { name, code } = this;
    return { name, code };
  }
}

/**
 * An error of plivo-jsx. Its `code` is stable; its message says what is wrong and ends with one thing to do.
 *
 * @example
 * ```ts
 * import { PlivoJsxError } from 'plivo-jsx';
 *
 * const isNesting = (error: unknown) => error instanceof PlivoJsxError && error.code === 'E_NESTING';
 * ```
 */
export const PlivoJsxError = CodedError as PlivoJsxErrorConstructor;

/** An error of plivo-jsx. */
export interface PlivoJsxError extends Error {
  readonly code: ErrorCode;
  /** What the message was built from, by name. */
  readonly facts: Facts;
}
