/**
 * Merges what was explored: documents of one level, and edges with the same ends.
 * @module
 */
import { pathOf } from '../../phone/http/address.ts';
import { maskNumbers } from '../../phone/transcript.ts';
import type { Edge, Graph, Node } from '../graph.ts';
import { goalKey, type Goal } from './flow-map.ts';

/** Edges with the same ends. */
export interface EdgeGroup {
  readonly from: string;
  /** Undefined when the call stays in the same document: such edges are not drawn. */
  readonly to: Goal | undefined;
  readonly edges: Edge[];
}

/** The level of a document. A path may have a number, which is masked. */
export const levelOf = ({ level, request }: Pick<Node, 'level' | 'request'>): string =>
  maskNumbers(level ?? request.path);

/** The documents of each level, by its path, in the order in which they were reached. */
export function nodesByLevel({ nodes }: Graph): ReadonlyMap<string, readonly Node[]> {
  const groups = new Map<string, Node[]>();
  for (const node of nodes) {
    const path = levelOf(node);
    const group = groups.get(path);
    if (group === undefined) groups.set(path, [node]);
    else group.push(node);
  }
  return groups;
}

/** All edges, those with the same ends together. */
export function edgesByEnds({ nodes, edges }: Graph): readonly EdgeGroup[] {
  const groups = new Map<string, EdgeGroup>();
  for (const edge of edges) {
    const from = levelOf(nodes[edge.from]!);
    const to = goalOf(edge, nodes);
    const key = `${from} ${to === undefined ? 'inside' : goalKey(to)}`;
    const group = groups.get(key) ?? { from, to, edges: [] };
    group.edges.push(edge);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function goalOf({ to }: Edge, nodes: readonly Node[]): Goal | undefined {
  if (to.type === 'pause') return undefined;
  if (to.type === 'node') return { type: 'level', path: levelOf(nodes[to.node]!) };
  return to.type === 'end' ? { type: 'end', kind: to.kind } : { type: 'unexplored' };
}

/** The level that answers the call; the path of the address when it did not. */
export const firstLevel = ({ nodes: [first], url }: Graph): string =>
  first === undefined ? maskNumbers(pathOf(url)) : levelOf(first);
