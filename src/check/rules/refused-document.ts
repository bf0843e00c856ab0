import type { Rule } from '../finding.ts';
import { endsWithError } from './ends-with-error.ts';

/** A document that Plivo refuses ends the call at once. */
export const refusedDocument: Rule = {
  id: 'R004',
  name: 'refused-document',
  level: 'error',
  sentence: 'A document is one that Plivo refuses.',
  why: 'Plivo ends the call at once, with a code from 8000 to 8999, and the caller hears nothing. The usual causes are an unescaped `&`, an element of another provider, and JSON instead of XML.',
  check: (graph) => endsWithError(graph, ({ code }) => code >= 8000 && code < 9000),
};
