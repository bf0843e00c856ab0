import type { Finding, Rule } from '../../finding.ts';
import type { Edge, Graph } from '../../graph.ts';
import { indexOf, keyOf, placeAfter } from '../../graph-index.ts';
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
  const menus = new Map(inputsOf(graph).map((input) => [keyOf(input.place), input]));
  const depths = new Map<number, number>();
  let layer = graph.nodes.slice(0, 1).map(({ id }) => id);
  for (let depth = 0; layer.length > 0; depth++) {
    const deeper: number[] = [];
    for (const node of layer) depths.set(node, depth);
    // What needs no answer to a menu is as deep: it is appended while the layer is gone through.
    for (const node of layer) {
      for (const pause of [undefined, ...graph.nodes[node]!.pauses.map(({ id }) => id)]) {
        const menu = menus.get(keyOf({ node, pause }));
        for (const edge of index.at({ node, pause })) {
          const after = placeAfter(edge);
          // A key in the middle of a prompt leads where the same key leads after it.
          if (after === undefined || edge.does === 'early' || depths.has(after.node)) continue;
          if (menu?.isMenu === true && isDeeper(graph, menu, edge)) deeper.push(after.node);
          else {
            depths.set(after.node, depth);
            layer.push(after.node);
          }
        }
      }
    }
    layer = [...new Set(deeper)].filter((node) => !depths.has(node));
  }
  return depths;
}
