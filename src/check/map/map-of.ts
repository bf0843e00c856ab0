import { parseUrl } from '../../parse-url.ts';
import { check } from '../check.ts';
import type { Found } from '../finding.ts';
import type { Edge, Graph } from '../graph.ts';
import type { Arrow, Box, FlowMap, FoundRule } from './flow-map.ts';
import { edgesByEnds, firstLevel, nodesByLevel } from './groups.ts';
import { inReadingOrder, labelOf } from './label.ts';

/**
 * Makes a map of what was explored: each level is one box, and all ways from one level to another are one arrow.
 *
 * @param findings what is wrong with it. Default: what {@link check} finds.
 * @example
 * ```ts
 * import { explore, mapOf, toMermaid } from 'plivo-jsx/check';
 *
 * console.log(toMermaid(mapOf(await explore('http://localhost:5000/ivr'))));
 * ```
 */
export function mapOf(graph: Graph, findings: readonly Found[] = check(graph)): FlowMap {
  const first = firstLevel(graph);
  const boxes = boxesOf(graph, findings);
  const isFailed = graph.failed !== undefined;
  return {
    version: 1,
    first: [first],
    boxes: isFailed ? [{ path: first, says: [], states: 0, rules: rulesOf(findings) }] : boxes,
    arrows: isFailed
      ? [{ from: first, to: { type: 'end', kind: 'error' }, labels: [], after: [], rules: rulesOf(findings) }]
      : arrowsOf(graph, findings),
    isComplete: graph.isComplete,
  };
}

function boxesOf(graph: Graph, findings: readonly Found[]): Box[] {
  const heard = new Map<number, string[]>();
  for (const { from, heard: now } of graph.edges) heard.set(from, [...(heard.get(from) ?? []), ...now]);
  return [...nodesByLevel(graph)].map(([path, nodes]) => {
    const ids = new Set(nodes.map(({ id }) => id));
    return {
      path,
      says: [...new Set(nodes.flatMap(({ id }) => heard.get(id) ?? []).map(sayingOf))],
      states: nodes.length,
      rules: rulesOf(findings.filter(({ node }) => node !== undefined && ids.has(node))),
    };
  });
}

function arrowsOf(graph: Graph, findings: readonly Found[]): Arrow[] {
  const labelIn = (edge: Edge) => {
    const { pauses } = graph.nodes[edge.from]!;
    return labelOf(edge, edge.pause === undefined ? undefined : pauses[edge.pause]);
  };
  const before = new Map<number, (string | undefined)[]>();
  for (const edge of graph.edges) {
    if (edge.to.type !== 'node') continue;
    const labels = before.get(edge.to.node);
    if (labels === undefined) before.set(edge.to.node, [labelIn(edge)]);
    else labels.push(labelIn(edge));
  }
  return edgesByEnds(graph).flatMap(({ from, to, edges }) => {
    if (to === undefined) return [];
    const byThemselves = edges.filter(({ does }) => does === 'nothing');
    const ids = new Set(edges.map(({ id }) => id));
    return {
      from,
      to,
      labels: inReadingOrder(edges.map(labelIn)),
      after: inReadingOrder(byThemselves.flatMap((edge) => before.get(edge.from) ?? [])),
      rules: rulesOf(findings.filter(({ edge }) => edge !== undefined && ids.has(edge))),
    };
  });
}

/** The address of a file without its query, which may be signed anew each time. */
const sayingOf = (heard: string): string =>
  /^https?:/.test(heard) && parseUrl(heard) !== undefined ? heard.replace(/[?#].*$/s, '') : heard;

/** Each rule once, by its number. */
function rulesOf(findings: readonly Found[]): FoundRule[] {
  const rules = new Map(findings.map(({ rule }) => [rule.id, rule]));
  return [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
