import type { Rule } from '../finding.ts';
import { endsWithError } from './ends-with-error.ts';

const codes = new Set([7022, 7023, 7024, 7032, 7033, 7034]);

/** An address must be one that can be requested, and its method GET or POST. */
export const badLink: Rule = {
  id: 'R006',
  name: 'bad-link',
  level: 'error',
  sentence: 'An address cannot be requested.',
  why: 'Plivo requests absolute http and https addresses only, by GET or POST. The call ends where it meets another one.',
  check: (graph) => endsWithError(graph, ({ code }) => codes.has(code)),
};
