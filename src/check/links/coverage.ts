/**
 * Which links of a flow were taken by calls.
 * @module
 */
import type { Edge, Graph } from '../graph.ts';
import { scriptOfEdge } from '../script.ts';
import { placeKey, type Place } from './place.ts';
import { oneKey, type TakenLink } from './taken.ts';

/** A link of a flow: all edges from one place to another. Keys that lead to the same place are one link. */
export interface Link {
  readonly from: Place;
  readonly to: Place;
  /** What leads along it, see `key` of {@link TakenLink}. */
  readonly keys: readonly string[];
  /** Those of the keys that calls pressed; empty when the link was not taken. */
  readonly taken: readonly string[];
  /** The shortest script that takes it. */
  readonly script: string;
  /** The edges of the graph that are this link, by their `id`. */
  readonly edges: readonly number[];
}

/** The coverage of a flow. It is JSON. */
export interface Coverage {
  readonly version: 1;
  /** The address that was explored. */
  readonly url: string;
  /** In the order in which they were explored. */
  readonly links: readonly Link[];
  /** The part of the links that calls took, from 0 to 1. */
  readonly ratio: number;
}

/**
 * Compares the links that calls took with all links of a flow. A hang-up is no link, and nor is what was not explored.
 *
 * @param graph what `explore` returned
 * @param taken the links of any calls, see {@link takenBy}; those that were not explored do not count
 * @example
 * ```ts
 * import { coverageOf, explore, takenBy } from 'plivo-jsx/check';
 * import { call } from 'plivo-jsx/testing';
 *
 * const url = 'http://localhost:5000/ivr';
 * const phone = await call(url);
 * await phone.press('1');
 * console.log(coverageOf(await explore(url), takenBy(phone)).ratio);
 * ```
 */
export function coverageOf(graph: Graph, taken: Iterable<TakenLink>): Coverage {
  const keys = new Map<string, Set<string>>();
  for (const { from, key, to } of taken) {
    const link = linkKey(from, to);
    keys.set(link, (keys.get(link) ?? new Set()).add(key));
  }
  const links = [...linksOf(graph)].map(([key, edges]): Link => {
    const [first] = edges;
    return {
      from: fromOf(graph, first!),
      to: toOf(graph, first!)!,
      keys: [...new Set(edges.map((edge) => wordOf(graph, edge)))],
      taken: [...(keys.get(key) ?? [])].sort(),
      script: scriptOfEdge(graph, first!),
      edges: edges.map(({ id }) => id),
    };
  });
  const count = links.filter((link) => link.taken.length > 0).length;
  return { version: 1, url: graph.url, links, ratio: links.length === 0 ? 1 : count / links.length };
}

/**
 * The edges of the graph that calls took, by their `id`, such as to colour a map.
 *
 * @param coverage what {@link coverageOf} returned for the same graph
 * @example
 * ```ts
 * import { coverageOf, explore, takenEdges } from 'plivo-jsx/check';
 *
 * const graph = await explore('http://localhost:5000/ivr');
 * console.log(takenEdges(coverageOf(graph, [])).size); // 0
 * ```
 */
export const takenEdges = ({ links }: Coverage): ReadonlySet<number> =>
  new Set(links.flatMap(({ taken, edges }) => (taken.length === 0 ? [] : edges)));

/** The edges of each link, the one with the shortest script first. */
function linksOf(graph: Graph): ReadonlyMap<string, readonly Edge[]> {
  const links = new Map<string, Edge[]>();
  for (const edge of graph.edges) {
    const to = toOf(graph, edge);
    // A key before a prompt ends leads where it does afterwards.
    if (to === undefined || edge.does === 'early' || edge.does === 'hangup') continue;
    const key = linkKey(fromOf(graph, edge), to);
    const others = links.get(key);
    if (others === undefined) links.set(key, [edge]);
    else others.push(edge);
  }
  return links;
}

const linkKey = (from: Place, to: Place) => `${placeKey(from)} → ${placeKey(to)}`;

const nodePlace = ({ nodes }: Graph, node: number): Place => ({
  path: nodes[node]!.request.path,
  says: nodes[node]!.firstWords,
});

const fromOf = (graph: Graph, { from }: Edge): Place => nodePlace(graph, from);

function toOf(graph: Graph, { to }: Edge): Place | undefined {
  if (to.type === 'node') return nodePlace(graph, to.node);
  return to.type === 'end' && to.kind !== 'caller' ? { ended: to.kind } : undefined;
}

/** What is done on an edge, as {@link TakenLink} says it. */
function wordOf({ nodes }: Graph, { from, pause, does, words }: Edge): string {
  const isRecording = pause !== undefined && nodes[from]!.pauses[pause]!.waits === 'recording';
  if (isRecording || does === 'record') return 'record';
  if (does === 'speech' || does === 'nonsense') return 'speech';
  return does === 'key' || does === 'wrongKey' || does === 'digits' ? oneKey(words) : words;
}
