import type { Finding, Rule } from '../finding.ts';
import { indexOf } from '../graph-index.ts';
import type { Edge, Graph } from '../graph.ts';
import { scriptOfEdge } from '../script.ts';
import { wrongKeysAmong } from './wrong-keys.ts';

/** Where `validDigits` drops a wrong key, the caller does not hear that it was wrong, as they do elsewhere in the flow. */
export const unheardWrongKey: Rule = {
  id: 'R108',
  name: 'unheard-wrong-key',
  level: 'warning',
  sentence: '`validDigits` turns a wrong key into silence, while elsewhere the caller is told.',
  why: 'Plivo drops a key that is not valid, so the caller hears the sentence for silence, or nothing.',
  check(graph) {
    const index = indexOf(graph);
    const places = graph.nodes.flatMap(({ id, pauses }) =>
      pauses
        .filter(({ waits }) => waits === 'asking')
        .map((pause) => ({ node: id, pause, edges: index.at({ node: id, pause: pause.id }) })),
    );
    const told = places.map(({ edges }) => noMatchSentence(graph, edges)).find((words) => words !== '');
    if (told === undefined) return [];
    return places.flatMap(({ node, pause, edges }): Finding[] => {
      const silence = edges.find(({ does }) => does === 'silence');
      const wrong = edges.find(({ does }) => does === 'wrongKey');
      if (silence === undefined || wrong === undefined || outcomeOf(silence) !== outcomeOf(wrong)) return [];
      return [
        {
          node,
          edge: wrong.id,
          sentence: `At <${pause.element}> (line ${pause.line} of ${graph.nodes[node]!.request.path}) the wrong key ${wrong.words[0]} counts as silence; elsewhere the caller hears “${told}”.`,
          fix: 'leave validDigits out and answer the wrong key, or give invalidDigitsSound.',
          script: scriptOfEdge(graph, wrong),
        },
      ];
    });
  },
};

const outcomeOf = ({ to, heard }: Edge) => JSON.stringify([to, heard]);

/** What the app answers to keys that it takes for wrong; empty when it says nothing of its own. */
function noMatchSentence({ nodes }: Graph, edges: readonly Edge[]): string {
  const silence = edges.find(({ does }) => does === 'silence');
  const wrong = wrongKeysAmong(edges).find(({ does }) => does === 'key');
  if (silence === undefined || wrong?.to.type !== 'node') return '';
  const { firstWords } = nodes[wrong.to.node]!;
  return silence.heard.includes(firstWords) ? '' : firstWords;
}
