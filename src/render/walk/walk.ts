/**
 * The walk over a tree: components run, lists and conditions are flattened, each element is checked and printed.
 * @module
 */
import type { JsxElement, Props, Source } from '../../../jsx-runtime/element.ts';
import { Fragment } from '../../../jsx-runtime/jsx-runtime.ts';
import type { ElementComponent } from '../../elements/define-element.ts';
import { componentName, DebugNode } from '../explain/debug-tree.ts';
import { wrongChild } from '../explain/wrong-child.ts';
import { ignoreRejections } from '../ignore-rejections.ts';
import { isElement, isForeignElement, isLink, isList } from '../node-kind.ts';
import { printStartTag } from '../output/attributes.ts';
import { compiled, compiledByName, type CompiledElement } from '../output/compiled-element.ts';
import type { PrintState } from '../output/print-state.ts';
import { printOnlyChild, printText } from '../output/text.ts';
import { isPromise } from '../promise.ts';
import { maxBytes, maxDepth } from '../validate/limits.ts';
import { deferAsync, runComponent, type Component } from './component.ts';
import { newLine, printContent } from './element-content.ts';
import { endDocument, EndOfDocument } from './end-of-document.ts';
import { checkNesting, rejectElement } from './element-place.ts';
import { Forward, Only, replaceDocument } from './replace-document.ts';
import { printRepeated, Repeated } from './repeated.ts';
import { printWithContext, WithContext } from './with-context.ts';

/** Prints what a component returned. When that fails, the promises in it are not awaited any more. */
export function printTree(state: PrintState, tree: unknown): void {
  try {
    print(state, tree);
  } catch (error) {
    // A getter may throw anything, a promise too.
    ignoreRejections([tree, error], (state.job.visited ??= new Set()));
    throw error;
  }
}

function print(state: PrintState, node: unknown): void {
  if (typeof node === 'string') {
    printText(state, node);
  } else if (isElement(node)) {
    descend(state);
    printElement(state, node);
    state.depth--;
  } else if (node === null || node === undefined || typeof node === 'boolean') {
    return;
  } else if (isList(node)) {
    descend(state);
    for (let i = 0; i < node.length; i++) {
      if (i % itemsBetweenChecks === 0) checkLength(state);
      print(state, node[i]);
      if (state.isReplaced) {
        if (i + 1 < node.length) ignoreRejections(node.slice(i + 1), (state.job.visited ??= new Set()));
        break;
      }
    }
    state.depth--;
  } else {
    printOther(state, node);
  }
}

/** Fails at once when a node is too deep. A node that contains itself grows exponentially, so it is not worth collecting errors. */
function descend(state: PrintState): void {
  if (++state.depth > maxDepth) state.fail('E_DEEP', { most: maxDepth });
}

/** List items between two checks of the length. Only lists make a document long. */
const itemsBetweenChecks = 16;

/** In production, fails at once when a document is too long: the rest would only take time from other calls. */
function checkLength(state: PrintState): void {
  if (state.xml.length <= maxBytes || state.debugNode !== undefined) return;
  const placeholders = state.asyncChildren?.length ?? 0;
  if (state.xml.length - placeholders > maxBytes)
    state.fail('E_SIZE', { kilobytes: `more than ${maxBytes / 1024}` });
}

/** Prints a number or a link, and reports what is neither text nor element. */
function printOther(state: PrintState, node: unknown): void {
  if (typeof node === 'number' && Number.isFinite(node)) {
    printText(state, String(node));
  } else if (state.collectedText !== undefined && isLink(node)) {
    state.collectedLink = node;
    state.collectedText += node.href;
  } else {
    ignoreRejections(node, state.job.visited);
    if (isForeignElement(node)) state.reportError('E_COPY', {});
    else state.reportError('E_CHILD', wrongChild(state.parent?.name ?? 'Response', node));
  }
}

function printElement(state: PrintState, tag: JsxElement): void {
  const { type, props, source } = tag;
  const element = typeof type === 'string' ? compiledByName(type) : compiledOf(type);
  if (element !== undefined) printPlivoElement(state, element, props, source);
  else if (type === EndOfDocument) endDocument(state, String(props['component']));
  else if (type === WithContext) printWithContext(state, props, print);
  else if (type === Repeated) printRepeated(state, tag, print);
  else if (type === Only || type === Forward)
    replaceDocument(state, type === Only, props, source, printElement);
  else if (typeof type === 'function') printComponent(state, type as Component, props, source);
  else rejectElement(state, type, props, source);
}

function compiledOf(component: unknown): CompiledElement | undefined {
  const definition = (component as Partial<ElementComponent<never>> | undefined)?.definition;
  return definition && compiled(definition);
}

function printComponent(
  state: PrintState,
  component: Component,
  props: Props,
  source: Source | undefined,
): void {
  const outer = state.debugNode;
  const name = componentName(component);
  if (outer !== undefined && component !== Fragment) {
    state.debugNode = new DebugNode(name, source, outer, undefined, outer.content);
  }
  const result = runComponent(state, component, props);
  if (isPromise(result)) deferAsync(state, result, name);
  else printTree(state, result);
  state.debugNode = outer;
}

function printPlivoElement(
  state: PrintState,
  element: CompiledElement,
  props: Props,
  source: Source | undefined,
): void {
  const { job, parent, debugNode: outer } = state;
  if (state.isEnded && parent?.name === 'Response') return;
  if (outer !== undefined) {
    state.debugNode = new DebugNode(element.name, source, outer, element.definition, []);
    outer.content.push(state.debugNode);
  }
  if (parent === undefined || (parent.childBits & element.bit) === 0) checkNesting(state, element);
  job.elements++;
  if (element.isHeard) job.isHeard = true;
  if (element.isStep) state.addStep(element);
  if (state.pretty && parent?.content === 'elements') state.xml += newLine(state);
  const children = printStartTag(state, element, props);
  if (element.content === 'none') {
    if (children !== undefined) printContent(state, element, props, children, print);
  } else {
    if (typeof children !== 'string' || !printOnlyChild(state, element, children)) {
      printContent(state, element, props, children, print);
    }
    state.xml += element.endTag;
  }
  state.debugNode = outer;
}
