/**
 * A document that was reached, and what is done from there, while the exploration goes on.
 * @module
 */
import type { NextDocument } from '../phone/engine/requests.ts';
import type { Carried, End, NeverRuns, Notice, Pause } from './graph.ts';
import type { Delivered } from './deliver.ts';
import type { Step } from './expand.ts';
import type { History } from './history.ts';
import type { NextRequest } from './next-request.ts';

/** An edge of which the target may not be known yet. */
export interface Drawn {
  readonly id: number;
  readonly from: Reached;
  readonly step: Step;
  notices: readonly Notice[];
  to: Reached | End | 'unexplored' | { readonly pause: number };
}

/** A document that was reached. */
export interface Reached {
  readonly id: number;
  readonly request: NextRequest;
  /** The level whose document it is, if the app says it. */
  readonly level: string | undefined;
  readonly carried: Carried;
  readonly hash: string;
  readonly reachedBy: Drawn | undefined;
  readonly xml: string;
  /** Until it was explored. */
  document: NextDocument | undefined;
  readonly told: Pick<Delivered, 'warnings' | 'failures'>;
  readonly secondDelivery: string | undefined;
  /** The documents before it with how often they came, when the server keeps state by call. */
  readonly history: History;
  pauses: readonly Pause[];
  firstWords: string;
  isCut: boolean;
  neverRuns: NeverRuns | undefined;
  /** What can be done, in the order in which it was tried. */
  readonly edges: Drawn[];
}

/** The edges that lead to a document, from the first one on. */
export function trailTo(reached: Reached): Drawn[] {
  const trail: Drawn[] = [];
  for (let edge = reached.reachedBy; edge !== undefined; edge = edge.from.reachedBy) trail.push(edge);
  return trail.reverse();
}

/** The script that leads to a document. */
export const scriptTo = (reached: Reached): string => scriptOf(trailTo(reached));

/** The script of edges that follow one another from document to document. */
export const scriptOf = (trail: readonly Drawn[]): string =>
  trail
    .map(({ step }) => step.allWords)
    .filter((words) => words !== '')
    .join(' ');

/** Whether the target of an edge is a document. */
export const isReached = (to: Drawn['to']): to is Reached => typeof to === 'object' && 'hash' in to;
