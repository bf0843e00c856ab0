import type { Rule } from '../finding.ts';
import { scriptOfEdge } from '../script.ts';

/** How long a caller waits in silence for somebody to press a key, in seconds. */
const longest = 60;

/** A machine that answers never presses `confirmKey`, and the caller waits as long as it takes. */
export const confirmKeyWithoutEnd: Rule = {
  id: 'R009',
  name: 'confirm-key-without-end',
  level: 'error',
  sentence: 'Without `confirmTimeout` a machine that answers holds the caller.',
  why: '`<Dial confirmKey>` waits until the key is pressed. An answering machine never presses it, and the caller hears silence.',
  check: (graph) =>
    graph.edges
      .filter(
        ({ from, pause, does, seconds }) =>
          does === 'silence' &&
          pause !== undefined &&
          seconds > longest &&
          graph.nodes[from]!.pauses[pause]!.waits === 'confirming',
      )
      .map((edge) => ({
        node: edge.from,
        edge: edge.id,
        sentence: `A machine that answers the <Dial> (line ${graph.nodes[edge.from]!.pauses[edge.pause!]!.line}) never presses confirmKey, and holds the caller for ${Math.round(edge.seconds)} s.`,
        fix: 'set confirmTimeout to some seconds more than confirmSound lasts, such as 20.',
        script: scriptOfEdge(graph, edge),
      })),
};
