/**
 * Callers with one habit, such as silence: what they do is the same everywhere, so that their way is known.
 * @module
 */
import type { Edge, Graph } from './graph.ts';
import { indexOf, keyOf, placeAfter, type Place } from './graph-index.ts';

/** What a caller does among the edges of a place; undefined when somebody else decides, or the habit has no answer. */
export type Habit = (edges: readonly Edge[]) => Edge | undefined;

/** Says and presses nothing. */
export const silent: Habit = (edges) => edges.find(({ does }) => does === 'silence' || does === 'nothing');

/** Presses the same key at each input. */
export const presses =
  (key: string): Habit =>
  (edges) =>
    edges.find(({ does, words }) => (does === 'key' || does === 'wrongKey') && words[0] === key) ??
    // What asks for other keys only, does not hear this one.
    silent(edges);

/** Says what no menu expects, wherever speech is heard. */
export const saysNonsense: Habit = (edges) => edges.find(({ does }) => does === 'nonsense') ?? silent(edges);

/** The keys of a telephone. */
export const phoneKeys = '1234567890*#';

/** All habits. */
export const habits: readonly Habit[] = [silent, saysNonsense, ...[...phoneKeys].map(presses)];

/**
 * The way of a caller: at most so many edges between documents.
 *
 * @param node where the way begins. Default: where the call is answered.
 */
export function walk(graph: Graph, habit: Habit, most: number, node = 0): readonly Edge[] {
  const index = indexOf(graph);
  const way: Edge[] = [];
  let place: Place | undefined = { node, pause: undefined };
  let documents = 0;
  while (place !== undefined && documents < most) {
    const edge = habit(index.at(place));
    if (edge === undefined) break;
    way.push(edge);
    if (edge.to.type === 'node') documents++;
    place = placeAfter(edge);
  }
  return way;
}

/** A way that comes back to where it was. */
export interface Circle {
  /** Its edges, from the place that is reached first. */
  readonly edges: readonly Edge[];
}

/** All circles of a habit, wherever in the graph it begins. Each place is visited once. */
export function circlesOf(graph: Graph, habit: Habit): Circle[] {
  const index = indexOf(graph);
  const done = new Map<string, number>();
  const circles: Circle[] = [];
  for (const [number, { id }] of graph.nodes.entries()) {
    const way: Edge[] = [];
    const keys: string[] = [];
    let place: Place | undefined = { node: id, pause: undefined };
    while (place !== undefined) {
      const key = keyOf(place);
      const before = done.get(key);
      if (before === number) circles.push({ edges: way.slice(keys.indexOf(key)) });
      if (before !== undefined || graph.nodes[place.node]?.carried.isScheduled === true) break;
      done.set(key, number);
      const edge = habit(index.at(place));
      if (edge === undefined) break;
      keys.push(key);
      way.push(edge);
      place = placeAfter(edge);
    }
  }
  return circles;
}
