import type { Edge, Graph } from '../../graph.ts';
import type { Rule } from '../../finding.ts';
import { firstInputsOf, mistakesAt, nextInput, textOf, type Input } from '../../inputs.ts';
import { scriptOfEdge } from '../../script.ts';

/** What is said after silence or a wrong key differs from the first prompt. */
export const sameReprompt: Rule = {
  id: 'R207',
  name: 'same-reprompt',
  level: 'style',
  sentence: 'After silence or a wrong key the caller hears the same prompt once more.',
  why: 'Who did not understand a prompt does not understand it the second time. Say that nothing was heard, or that the key has no option, and help more with each try.',
  check: (graph) =>
    firstInputsOf(graph).flatMap((input) => {
      const edge = unchanged(graph, input);
      if (edge === undefined) return [];
      return [
        {
          node: edge.from,
          edge: edge.id,
          sentence: `${input.path} says the same again after ${afterWhat(edge)}.`,
          fix: 'give the second try words of its own, such as “I did not hear you.”, before the options.',
          script: scriptOfEdge(graph, edge),
        },
      ];
    }),
};

function afterWhat({ does }: Edge): string {
  if (does === 'silence') return 'silence';
  return does === 'nonsense' ? 'words that were not understood' : 'a wrong key';
}

/** The edge of a mistake after which nothing but the same prompt is heard. */
function unchanged(graph: Graph, input: Input): Edge | undefined {
  const said = textOf(input.prompt);
  if (said === '') return undefined;
  return mistakesAt(input).find((edge) => textOf(nextInput(graph, edge)?.heard ?? []) === said);
}
