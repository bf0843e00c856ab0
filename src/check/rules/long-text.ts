import { textOf } from '../document.ts';
import type { Rule } from '../finding.ts';
import { eachElement, named } from './each-document.ts';

/** The most characters that Plivo documents for a `<Speak>`. */
const most = 3000;

/** A longer text may be cut or refused, and nobody listens for minutes. */
export const longText: Rule = {
  id: 'R104',
  name: 'long-text',
  level: 'warning',
  sentence: 'A `<Speak>` has more than 3,000 characters.',
  why: 'Plivo documents no longer ones, and callers hang up before the end.',
  check: (graph) =>
    eachElement(graph, (element, node) => {
      const { length } = element.name === 'Speak' ? textOf(element).trim() : '';
      if (length <= most) return undefined;
      return {
        sentence: `The text of ${named(element, node)} has ${length} characters; Plivo documents at most ${most}.`,
        fix: 'shorten it, or divide it among several <Speak>.',
      };
    }),
};
