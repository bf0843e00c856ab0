import { parseUrl } from '../../parse-url.ts';
import { isOfApp } from '../document.ts';
import type { Rule } from '../finding.ts';
import { eachElement, named } from './each-document.ts';

/** Audio over `http:` can be read and replaced on its way. */
export const httpAudio: Rule = {
  id: 'R105',
  name: 'http-audio',
  level: 'warning',
  sentence: 'Audio is played over `http:`.',
  why: 'Anyone on the way can read and replace it.',
  check: (graph) =>
    eachElement(graph, (element, node) => {
      const { name, text } = element;
      const url = name === 'Play' ? parseUrl(text) : undefined;
      // The app itself is often explored by its local address.
      if (url?.protocol !== 'http:' || isOfApp(graph, url)) return undefined;
      return {
        sentence: `${named(element, node)} plays from ${url.host} over http:, which anyone on the way can read and replace.`,
        fix: 'give the address with https:.',
      };
    }),
};
