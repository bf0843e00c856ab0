/**
 * The state of a call between two documents.
 * @module
 */
import type { NextDocument } from '../phone/engine/requests.ts';
import { withoutAnswer } from '../phone/engine/run-call.ts';
import type { Carried } from './graph.ts';

/** How a call begins. */
export const atFirst: Carried = { isAnswered: false, isStarted: false, isScheduled: false };

/**
 * What a document makes of the state of the call before it. Most documents answer the call at once, and whether it was
 * answered before makes no difference then.
 */
export function carriedInto({ root }: NextDocument, carried: Carried): Carried {
  const [first] = root.children;
  if (first === undefined || withoutAnswer.has(first.name)) return carried;
  return { ...carried, isAnswered: true, isStarted: true };
}
