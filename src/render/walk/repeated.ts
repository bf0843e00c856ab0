/**
 * `<Repeated>`: content that stands several times in one document, and is printed once.
 *
 * A question asks its prompts once for each try. Printing them each time, a menu takes 1.4 times as long as by hand in its first
 * document (`npm run bench -- dialog`, first request); with this, 1.2 times.
 * @module
 */
import type { JsxElement, Node } from '../../../jsx-runtime/element.ts';
import { unlimited, type PrintState } from '../output/print-state.ts';

/** Marks content that the author of a component puts at several places: the same element, not one that looks the same. */
export const Repeated = ({ children }: { readonly children?: Node }): Node => children;

/** Prints the content, or copies what it printed before. Development prints each time, since errors have places. */
export function printRepeated(
  state: PrintState,
  element: JsxElement,
  print: (state: PrintState, node: unknown) => void,
): void {
  const { job, steps, asyncChildren, debugNode } = state;
  const before = debugNode === undefined ? job.repeated?.get(element) : undefined;
  if (before !== undefined) {
    state.xml += before.xml;
    job.elements += before.elements;
    job.isHeard ||= before.isHeard;
    return;
  }
  const { length } = state.xml;
  const { elements, isHeard } = job;
  const stepCount = steps?.length;
  const asyncCount = asyncChildren?.length;
  job.isHeard = false;
  print(state, element.props['children']);
  // Async content is not printed yet, and steps are facts of each place.
  const isWhole = state.asyncChildren?.length === asyncCount && steps?.length === stepCount;
  if (debugNode === undefined && isWhole && !state.isReplaced && state.charactersLeft === unlimited)
    (job.repeated ??= new Map()).set(element, {
      xml: state.xml.slice(length),
      elements: job.elements - elements,
      isHeard: job.isHeard,
    });
  job.isHeard ||= isHeard;
}
