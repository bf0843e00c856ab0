/**
 * Ends with which Plivo gives up a call, each told once.
 * @module
 */
import type { Finding } from '../finding.ts';
import type { Edge, End, Graph } from '../graph.ts';
import { scriptOfEdge } from '../script.ts';

/** The findings for ends with some of Plivo's codes. The same failure of one address is one finding. */
export function endsWithError(graph: Graph, isOfRule: (end: End) => boolean): readonly Finding[] {
  const { failed } = graph;
  if (failed !== undefined && isOfRule(failed)) return [{ ...told(failed), script: '' }];
  const found = new Map<string, Finding>();
  for (const edge of graph.edges) {
    const { from: node, id, to } = edge;
    if (to.type !== 'end' || to.kind !== 'error' || !isOfRule(to)) continue;
    const key = `${placeOf(edge)}${to.code}${to.message}`;
    if (!found.has(key)) found.set(key, { node, edge: id, ...told(to), script: scriptOfEdge(graph, edge) });
  }
  return [...found.values()];
}

const placeOf = ({ request, from }: Edge) => `${request?.method} ${request?.path ?? from} `;

function told({ code, name, message = name, fix = 'look at the last request.' }: End) {
  return { sentence: `${message} Plivo ends the call with ${code} ${name}.`, fix };
}
