/**
 * The error of opening hours that cannot be read.
 * @module
 */
import { PlivoJsxError } from '../../errors.ts';
import { callSite } from '../../flow/call-site.ts';
import { placeText } from '../../stack.ts';

/** What is wrong with opening hours. */
export interface HoursProblem {
  /** The option, such as `week.mon`. */
  readonly part: string;
  readonly received: unknown;
  readonly expected: string;
  readonly suggestion: string;
  /** What the author probably meant. */
  readonly guess?: string | undefined;
}

/** Makes the error. */
export type Refuse = (problem: HoursProblem) => PlivoJsxError;

/** Returns a function that makes errors with the place where `called` was called. */
export const refuseIn =
  (called: (...args: never) => unknown): Refuse =>
  ({ part, received, expected, suggestion, guess }) => {
    const facts = { part, received: shown(received), expected, suggestion, guess };
    return new PlivoJsxError('E_HOURS', facts, { trace: `  at hours()${placeText(callSite(called))}` });
  };

const shown = (value: unknown) => {
  if (typeof value !== 'string') return value === undefined ? 'missing' : `of type ${typeof value}`;
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
};
