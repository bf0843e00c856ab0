/**
 * A map coloured by what tests take.
 * @module
 */
import type { Graph } from '../graph.ts';
import { takenEdges, type Coverage } from '../links/coverage.ts';
import type { Changes, Shade } from './drawing.ts';
import { arrowKey } from './flow-map.ts';
import { edgesByEnds, firstLevel } from './groups.ts';

/**
 * Colours a map by coverage: green is what calls took, amber what they took in part, and grey what no call took.
 *
 * @param graph what `explore` returned
 * @param coverage what `coverageOf` returned for it
 * @example
 * ```ts
 * import { coverageChanges, coverageOf, explore, mapOf, takenBy, toSvg } from 'plivo-jsx/check';
 * import { call } from 'plivo-jsx/testing';
 *
 * const url = 'http://localhost:5000/ivr';
 * const phone = await call(url);
 * const graph = await explore(url);
 * const svg = await toSvg(mapOf(graph), coverageChanges(graph, coverageOf(graph, takenBy(phone))));
 * ```
 */
export function coverageChanges(graph: Graph, coverage: Coverage): Changes {
  const taken = takenEdges(coverage);
  const known = new Set(coverage.links.flatMap(({ edges }) => edges));
  const arrows = new Map<string, Shade>();
  const boxes = new Map<string, Shade>();
  for (const { from, to, edges } of edgesByEnds(graph)) {
    const links = edges.filter(({ id }) => known.has(id));
    if (to === undefined || links.length === 0) continue;
    const count = links.filter(({ id }) => taken.has(id)).length;
    const shade = count === links.length ? 'added' : count > 0 ? 'changed' : 'unexplored';
    arrows.set(arrowKey({ from, to }), shade);
    if (to.type === 'level' && to.path !== from && boxes.get(to.path) !== 'added')
      boxes.set(to.path, count > 0 ? 'added' : 'unexplored');
  }
  boxes.set(firstLevel(graph), taken.size > 0 ? 'added' : 'unexplored');
  return { boxes, arrows };
}
