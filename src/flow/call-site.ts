/**
 * Finds the place in the author's files where a function of plivo-jsx was called.
 * @module
 */
import type { Source } from '../../jsx-runtime/element.ts';
import { parseStack } from '../stack.ts';

/**
 * Returns the place where a function was called, if the stack trace has one.
 *
 * It does not compare names of files: a bundler moves this one, and in CommonJS it would not know its own.
 */
export function callSite(of: (...args: never) => unknown): Source | undefined {
  const trace: { stack?: string } = {};
  Error.captureStackTrace(trace, of);
  return parseStack(trace.stack ?? '')[0];
}
