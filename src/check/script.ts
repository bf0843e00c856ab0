/**
 * The scripts of findings.
 * @module
 */
import { indexOf } from './graph-index.ts';
import type { Edge, Graph } from './graph.ts';

/** Words without empty ones, in a script. */
export const joined = (...words: readonly string[]): string => words.filter((each) => each !== '').join(' ');

/** The script that ends with an edge. */
export function scriptOfEdge(graph: Graph, { from, pause, words }: Edge): string {
  const { script, pauses } = graph.nodes[from]!;
  return joined(script, pause === undefined ? '' : pauses[pause]!.words, words);
}

/** The words of edges that follow one another. */
export const wordsOf = (edges: readonly Edge[]): string => joined(...edges.map(({ words }) => words));

/** The edges that can be taken at a pause. */
export const edgesAt = (graph: Graph, node: number, pause: number | undefined): readonly Edge[] =>
  indexOf(graph).at({ node, pause });
