/**
 * Finds the place in the author's files where a function of plivo-jsx was called.
 * @module
 */
import { fileURLToPath } from 'node:url';
import type { Source } from '../../jsx-runtime/element.ts';
import { parseStack } from '../stack.ts';

/** Returns the place of the first caller outside this folder, if the stack trace has one. */
export function callSite(): Source | undefined {
  const here = fileURLToPath(new URL('.', import.meta.url));
  return parseStack(new Error().stack ?? '').find(({ fileName }) => !fileName.startsWith(here));
}
