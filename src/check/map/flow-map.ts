/**
 * The map of a flow, as data: levels, what leads from one to another, and how calls end. It is JSON, and it is small: a level is
 * one box, however many documents it has.
 * @module
 */
import type { Found } from '../finding.ts';
import type { End } from '../graph.ts';

/** A rule that found something. */
export type FoundRule = Found['rule'];

/** A level; of a server that does not name its levels, a path. */
export interface Box {
  readonly path: string;
  /** Everything that is heard in it, in the order in which it was found; numbers are masked. */
  readonly says: readonly string[];
  /** The number of its documents that were explored. */
  readonly states: number;
  /** The rules that found something in it, in their order. */
  readonly rules: readonly FoundRule[];
}

/** Where an arrow leads: the path of a level, how the call ends, or beyond what was explored. */
export type Goal =
  | { readonly type: 'level'; readonly path: string }
  | { readonly type: 'end'; readonly kind: End['kind'] }
  | { readonly type: 'unexplored' };

/** All ways from one level to one goal. */
export interface Arrow {
  readonly from: string;
  readonly to: Goal;
  /** What is done there, such as `1`, `silence` or `busy`. */
  readonly labels: readonly string[];
  /** What was done before, of documents after which the call goes on by itself. */
  readonly after: readonly string[];
  /** The rules of findings that one of these ways shows. */
  readonly rules: readonly FoundRule[];
}

/** The map of what was explored. */
export interface FlowMap {
  readonly version: 1;
  /** The levels that answer calls, one for each flow. */
  readonly first: readonly string[];
  /** In the order in which callers reach them. */
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
  /** False when there is more than was explored. */
  readonly isComplete: boolean;
}

/** The same text for the same goal. */
export const goalKey = (to: Goal): string =>
  to.type === 'level' ? to.path : to.type === 'end' ? `end ${to.kind}` : to.type;

/** The same text for two arrows with the same ends. */
export const arrowKey = ({ from, to }: Pick<Arrow, 'from' | 'to'>): string => `${from} ${goalKey(to)}`;

/** Several flows as one map. */
export function joinMaps(maps: readonly FlowMap[]): FlowMap {
  return {
    version: 1,
    first: maps.flatMap(({ first }) => first),
    boxes: [...new Map(maps.flatMap(({ boxes }) => boxes.map((box) => [box.path, box]))).values()],
    arrows: [
      ...new Map(maps.flatMap(({ arrows }) => arrows.map((arrow) => [arrowKey(arrow), arrow]))).values(),
    ],
    isComplete: maps.every(({ isComplete }) => isComplete),
  };
}
