/**
 * Finds the edges of a graph by where they begin.
 * @module
 */
import type { Edge, Graph } from './graph.ts';

/** A place where something can be done: the beginning of a document, or a pause in it. */
export interface Place {
  readonly node: number;
  readonly pause: number | undefined;
}

/** The edges of a graph by their place. */
export class GraphIndex {
  readonly #edges = new Map<string, Edge[]>();

  constructor(graph: Graph) {
    for (const edge of graph.edges) {
      const key = keyOf({ node: edge.from, pause: edge.pause });
      const others = this.#edges.get(key);
      if (others === undefined) this.#edges.set(key, [edge]);
      else others.push(edge);
    }
  }

  /** What can be done at a place. */
  at(place: Place): readonly Edge[] {
    return this.#edges.get(keyOf(place)) ?? [];
  }
}

export const keyOf = ({ node, pause }: Place): string => `${node}:${pause ?? ''}`;

const indexes = new WeakMap<Graph, GraphIndex>();

/** The index of a graph, which is made once. */
export function indexOf(graph: Graph): GraphIndex {
  const index = indexes.get(graph) ?? new GraphIndex(graph);
  indexes.set(graph, index);
  return index;
}

/** Where an edge leads to; undefined for an end, and for what was not explored. */
export function placeAfter({ from, to }: Edge): Place | undefined {
  if (to.type === 'pause') return { node: from, pause: to.pause };
  return to.type === 'node' ? { node: to.node, pause: undefined } : undefined;
}
