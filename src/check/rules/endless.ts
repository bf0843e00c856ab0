/**
 * Circles that a caller goes round without ever coming to an end.
 * @module
 */
import type { Finding } from '../finding.ts';
import type { Edge, Graph } from '../graph.ts';
import { joined, wordsOf } from '../script.ts';
import type { Circle } from '../walk.ts';

/** The rounds that a script goes, so that one hears that nothing changes. */
const rounds = 3;

/** The finding for a circle: what leads to it, and some rounds. */
export function endlessFinding(
  graph: Graph,
  { edges }: Circle,
  said: { readonly sentence: string; readonly fix: string },
): Finding {
  const [first] = edges as readonly [Edge];
  const { id, script, pauses } = graph.nodes[first.from]!;
  const before = first.pause === undefined ? '' : pauses[first.pause]!.words;
  const round = wordsOf(edges);
  return {
    node: id,
    edge: first.id,
    ...said,
    script: joined(script, before, ...Array.from({ length: rounds }, () => round)),
  };
}

/** The path at which a circle is, for a sentence. */
export const pathOf = (graph: Graph, { edges }: Circle): string => graph.nodes[edges[0]!.from]!.request.path;
