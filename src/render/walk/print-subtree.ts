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

/** Prints a node at a position. Returns its XML, empty when the document is replaced; a promise when it has an async component. */
export function printSubtree(job: PrintJob, node: unknown, position: Position): string | Promise<string> {
  const state = new PrintState(job, position);
  try {
    printTree(state, node);
  } catch (error) {
    dropAsync(state);
    throw error;
  }
  if (state.isReplaced) {
    dropAsync(state);
    return '';
  }
  if (state.textBudget !== undefined) state.textBudget.charactersLeft = state.charactersLeft;
  return state.asyncChildren === undefined ? state.xml : insertAsync(job, state.xml, state.asyncChildren);
}

/** The results of the async components will not be printed any more. */
function dropAsync({ asyncChildren = [] }: PrintState): void {
  for (const { result } of asyncChildren) ignoreRejections(result);
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
  const xml = printSubtree(job, node, position);
  // eslint-disable-next-line no-throw-literal -- nothing failed, and the document does not wait for other components
  if (xml === '' && job.replacement !== undefined) throw replaced;
  return xml;
}
