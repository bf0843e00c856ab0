import type { Rule } from '../finding.ts';
import { eachElement, named } from './each-document.ts';

/** Plivo honours SSML with Polly voices only. */
export const ssmlWithoutPolly: Rule = {
  id: 'R103',
  name: 'ssml-without-polly',
  level: 'warning',
  sentence: 'SSML is given to a voice that does not honour it.',
  why: 'Plivo honours SSML with Polly voices only.',
  check: (graph) =>
    eachElement(graph, (element, node) => {
      const { name, children, attributes } = element;
      const { voice = 'WOMAN' } = attributes;
      if (name !== 'Speak' || children.length === 0 || voice.startsWith('Polly.')) return undefined;
      return {
        sentence: `${named(element, node)} has <${children[0]!.name}>, which its voice ${voice} does not honour.`,
        fix: 'choose a Polly voice of the language, such as Polly.Joanna, or remove the SSML.',
      };
    }),
};
