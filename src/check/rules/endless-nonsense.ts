import type { Rule } from '../finding.ts';
import type { Edge, Graph } from '../graph.ts';
import { circlesOf, saysNonsense } from '../walk.ts';
import { endlessFinding, pathOf } from './endless.ts';

/** A caller who is not understood must come to an end. */
export const endlessNonsense: Rule = {
  id: 'R003',
  name: 'endless-nonsense',
  level: 'error',
  sentence: 'A caller whose words are never understood never reaches an end.',
  why: 'An accent, a noisy street or a radio is never understood. After three tries the caller needs keys, a person or a goodbye.',
  check: (graph) =>
    circlesOf(graph, saysNonsense)
      .filter(({ edges }) => isMisunderstood(graph, edges))
      .map((circle) =>
        endlessFinding(graph, circle, {
          sentence: `A caller who says what the app does not understand never reaches an end: ${pathOf(graph, circle)} comes again and again.`,
          fix: 'count the tries, and after the third one offer keys or a person, or say goodbye.',
        }),
      ),
};

/** Nonsense is a good answer to an open question, unless the app has words to expect or asks the same again. */
function isMisunderstood(graph: Graph, edges: readonly Edge[]): boolean {
  const said = edges.filter(({ does }) => does === 'nonsense');
  const hasHints = ({ from, pause }: Edge) => {
    const { state } = graph.nodes[from]!.pauses[pause!]!;
    return state.type === 'asking' && state.hints !== undefined;
  };
  const asksTheSame = new Set(edges.map(({ from }) => graph.nodes[from]!.hash)).size === 1;
  return said.length > 0 && (asksTheSame || said.every(hasHints));
}
