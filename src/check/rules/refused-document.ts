import type { Rule } from '../finding.ts';
import { endsWithError } from './ends-with-error.ts';

/** A document that Plivo refuses ends the call at once. */
export const refusedDocument: Rule = {
  id: 'R004',
  name: 'refused-document',
  level: 'error',
  check: (graph) => endsWithError(graph, ({ code }) => code >= 8000 && code < 9000),
};
