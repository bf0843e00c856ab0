/**
 * Prints a document and its async parts, and puts each part into its place.
 * @module
 */
import type { Markup } from '../output/markup.ts';
import { silenceAll } from './promise.ts';
import { PrintState, slot, type Job, type Later, type Place } from './print-state.ts';
import { printTree } from './walk.ts';

/** Prints a node in its place, after `before`; a promise when a component is async. */
export function printPart(job: Job, node: unknown, place: Place, before?: Markup): string | Promise<string> {
  const state = new PrintState(job, place);
  if (before !== undefined) state.mark(before);
  try {
    printTree(state, node);
  } catch (error) {
    // The results of pending components will not be printed.
    for (const { result } of state.later ?? []) silenceAll(result);
    throw error;
  }
  if (state.room !== undefined) state.room.left = state.charactersLeft;
  const text = state.written();
  job.mostBytes += state.mostBytes;
  return state.later === undefined ? text : withLater(job, text, state.later);
}

async function withLater(job: Job, text: string, later: readonly Later[]): Promise<string> {
  const printed = await Promise.all(later.map((each) => resume(job, each)));
  const around = text.split(slot);
  return around.reduce((joined, next, index) => joined + printed[index - 1]! + next);
}

async function resume(job: Job, { result, component, place }: Later): Promise<string> {
  let node: unknown;
  try {
    node = await result;
  } catch (cause) {
    silenceAll(cause);
    new PrintState(job, place).problem('E_COMPONENT', { component, problem: 'failed' }, cause);
    return '';
  }
  return printPart(job, node, place);
}
