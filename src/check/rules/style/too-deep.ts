import type { Finding, Rule } from '../../finding.ts';
import type { Edge, Graph } from '../../graph.ts';
import { indexOf, placeAfter } from '../../graph-index.ts';
import { inputsOf, isRepeated, nextInput, type Input } from '../../inputs.ts';
import { atInput } from './at-input.ts';

/** The most menus on the way to what a caller wants. */
const most = 3;

/** What a caller wants is at most three menus away. */
export const tooDeep: Rule = {
  id: 'R204',
  name: 'too-deep',
  level: 'style',
  sentence: 'A caller goes through more than three menus.',
  why: 'With each menu more callers hang up or choose wrongly. A question with two answers, such as “Is that right?”, counts too.',
  check(graph) {
    const depths = depthsOf(graph);
    const found = new Map<string, Finding>();
    for (const input of inputsOf(graph)) {
      const depth = (depths.get(input.place.node) ?? 0) + 1;
      // Deeper ones follow from it.
      if (!input.isMenu || depth !== most + 1 || found.has(input.path)) continue;
      found.set(
        input.path,
        atInput(
          input,
          `${input.path} is the ${depth}th menu on the shortest way to it.`,
          'bring what many callers want nearer to the beginning, or ask with words instead of menus.',
        ),
      );
    }
    return [...found.values()];
  },
};

/** Whether an option leads on, and not to the same menu again. */
function isDeeper(graph: Graph, menu: Input, edge: Edge): boolean {
  if (!menu.options.includes(edge)) return false;
  const next = nextInput(graph, edge);
  return next === undefined || !isRepeated(menu, next);
}

/** The fewest menus that are answered on the way to each document. */
function depthsOf(graph: Graph): ReadonlyMap<number, number> {
  const index = indexOf(graph);
  const menus = new Map(inputsOf(graph).map((input) => [`${input.place.node}:${input.place.pause}`, input]));
  const depths = new Map([[0, 0]]);
  let layer = [0];
  for (let depth = 0; layer.length > 0; depth++) {
    const deeper: number[] = [];
    const queue = layer;
    // What needs no answer to a menu is as deep.
    for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
      const { pauses } = graph.nodes[node]!;
      for (const pause of [undefined, ...pauses.map(({ id }) => id)]) {
        const menu = menus.get(`${node}:${pause}`);
        for (const edge of index.at({ node, pause })) {
          const after = placeAfter(edge);
          if (after === undefined || depths.has(after.node)) continue;
          if (menu?.isMenu === true && isDeeper(graph, menu, edge)) deeper.push(after.node);
          else {
            depths.set(after.node, depth);
            queue.push(after.node);
          }
        }
      }
    }
    layer = [...new Set(deeper)].filter((node) => !depths.has(node));
    for (const node of layer) depths.set(node, depth + 1);
  }
  return depths;
}
