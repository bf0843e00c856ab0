/**
 * A document and its async components: each is printed when its promise is fulfilled, and inserted at its place.
 * @module
 */
import { ignoreRejections } from '../ignore-rejections.ts';
import {
  placeholder,
  PrintState,
  type AsyncChild,
  type Position,
  type PrintJob,
} from '../output/print-state.ts';
import { reportFailure } from './component.ts';
import { replaced } from './replace-document.ts';
import { printTree } from './walk.ts';

/** Prints a node at a position. Returns its XML; a promise when it has an async component. */
export function printSubtree(job: PrintJob, node: unknown, position: Position): string | Promise<string> {
  const state = new PrintState(job, position);
  try {
    printTree(state, node);
    // eslint-disable-next-line no-throw-literal -- nothing failed
    if (state.isReplaced) throw replaced;
  } catch (error) {
    // The results of the async components will not be printed any more.
    for (const { result } of state.asyncChildren ?? []) ignoreRejections(result);
    throw error;
  }
  if (state.textBudget !== undefined) state.textBudget.charactersLeft = state.charactersLeft;
  return state.asyncChildren === undefined ? state.xml : insertAsync(job, state.xml, state.asyncChildren);
}

async function insertAsync(job: PrintJob, xml: string, children: readonly AsyncChild[]): Promise<string> {
  const printed = await Promise.all(children.map((child) => printAsync(job, child)));
  const around = xml.split(placeholder);
  return around.reduce((joined, next, index) => joined + printed[index - 1]! + next);
}

async function printAsync(job: PrintJob, { result, component, position }: AsyncChild): Promise<string> {
  let node: unknown;
  try {
    node = await result;
  } catch (cause) {
    ignoreRejections(cause);
    reportFailure(new PrintState(job, position), component, cause);
    return '';
  }
  return printSubtree(job, node, position);
}
