/**
 * The one walk: components run, lists and conditions flatten, each element is checked and printed.
 * @module
 */
import type { JsxElement, Props, Source } from '../../../jsx-runtime/element.ts';
import { Fragment } from '../../../jsx-runtime/jsx-runtime.ts';
import type { ElementComponent } from '../../elements/define-element.ts';
import { checkRequired, checkTarget, printFree, refuse } from '../output/attributes.ts';
import { nameOf, putOff, run, type Component } from './component.ts';
import { wrongChild } from '../explain/explain.ts';
import { isElement, isLink, isList } from './node-kind.ts';
import { mostBytes, mostNested } from '../validate/limits.ts';
import { DebugNode } from '../explain/debug-tree.ts';
import { PrintState, unlimited } from './print-state.ts';
import { checkPlace, refuseElement } from '../validate/nesting.ts';
import { isPromise, silenceAll } from './promise.ts';
import { compiledByName, compiled, type CompiledElement } from '../output/compiled-element.ts';
import { printShape, printText, printWhole } from '../output/text.ts';

/** Prints what a component returned; after a failure, rejections in the rest of it are ignored. */
export function printTree(state: PrintState, tree: unknown): void {
  try {
    print(state, tree);
  } catch (error) {
    // A getter may throw a promise.
    silenceAll([tree, error], (state.job.silenced ??= new Set()));
    throw error;
  }
}

/** Prints a node; anything else is reported. */
function print(state: PrintState, node: unknown): void {
  if (typeof node === 'string') {
    printText(state, node);
  } else if (isElement(node)) {
    enter(state);
    printElement(state, node);
    state.nested--;
  } else if (node === null || node === undefined || typeof node === 'boolean') {
    return;
  } else if (isList(node)) {
    enter(state);
    for (let i = 0; i < node.length; i++) {
      if (i % lookEvery === 0) checkLength(state);
      print(state, node[i]);
    }
    state.nested--;
  } else {
    printOther(state, node);
  }
}

/** Stops at once when the tree is too deep: a node that contains itself twice would grow exponentially. */
function enter(state: PrintState): void {
  if (++state.nested > mostNested) state.stop('E_DEEP', { most: mostNested });
}

/** How many items of a list are printed between two checks of the length. */
const lookEvery = 16;

/** In production, stops at once when the document is too long: the rest would be discarded. */
function checkLength(state: PrintState): void {
  if (state.length <= mostBytes || state.debugNode !== undefined) return;
  state.stop('E_SIZE', { kilobytes: `more than ${mostBytes / 1024}` });
}

function printOther(state: PrintState, node: unknown): void {
  if (typeof node === 'number' && Number.isFinite(node)) {
    printText(state, String(node));
  } else if (state.gathering && isLink(node)) {
    state.link = node;
    state.gathered += node.href;
  } else {
    silenceAll(node, state.job.silenced);
    state.problem('E_CHILD', wrongChild(state.holder?.definition.name ?? 'Response', node));
  }
}

function printElement(state: PrintState, { type, props, source }: JsxElement): void {
  const tag = typeof type === 'string' ? compiledByName(type) : tagOfComponent(type);
  if (tag !== undefined) printTag(state, tag, props, source);
  else if (typeof type === 'function') printComponent(state, type as Component, props, source);
  else refuseElement(state, type, props, source);
}

function tagOfComponent(component: unknown): CompiledElement | undefined {
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
  const name = nameOf(component);
  if (outer !== undefined && component !== Fragment) {
    state.debugNode = new DebugNode(name, source, outer, undefined, outer.content);
  }
  const result = run(state, component, props);
  if (isPromise(result)) putOff(state, result, name);
  else printTree(state, result);
  state.debugNode = outer;
}

function printTag(state: PrintState, tag: CompiledElement, props: Props, source: Source | undefined): void {
  const { holder, debugNode: outer } = state;
  if (outer !== undefined) {
    state.debugNode = new DebugNode(tag.definition.name, source, outer, tag.definition, []);
    outer.content.push(state.debugNode);
  }
  if (holder === undefined || (holder.mask & tag.bit) === 0) checkPlace(state, tag);
  const { counted } = state.job;
  if (counted !== undefined) state.note(tag, counted);
  if (state.pretty && holder?.content === 'elements') state.write(newLine(state));
  let start = tag.start;
  let children: unknown;
  // One loop for all props: reading `children` separately costs as much as an attribute.
  for (const name in props) {
    const value = props[name];
    if (name === 'children') {
      children = value;
      continue;
    }
    if (value === undefined || value === null) continue;
    const next = start.with(name, value);
    if (next === undefined) {
      refuse(state, tag, name, value);
      continue;
    }
    start = next;
    if (next.free !== undefined) printFree(state, tag, name, next.free, value, props);
    else if (state.debugNode !== undefined) state.debugNode.attributes[name] = next.value;
  }
  if (start.required < tag.required) checkRequired(state, tag, props);
  if (tag.content === 'none') {
    state.mark(start.empty);
    if (children !== undefined) printContent(state, tag, props, children);
  } else {
    state.mark(start.open);
    if (typeof children !== 'string' || !printWhole(state, tag, children)) {
      printContent(state, tag, props, children);
    }
    state.mark(tag.close);
  }
  state.debugNode = outer;
}

function printContent(state: PrintState, tag: CompiledElement, props: Props, children: unknown): void {
  const { holder } = state;
  state.holder = tag;
  if (tag.mostCharacters !== undefined) state.charactersLeft = tag.mostCharacters;
  if (tag.content === 'text') printOnlyText(state, tag, props, children);
  else fill(state, tag, children);
  if (tag.mostCharacters !== undefined) {
    if (state.room !== undefined) state.room.left = state.charactersLeft;
    state.room = undefined;
    state.charactersLeft = unlimited;
  }
  state.holder = holder;
}

function fill(state: PrintState, tag: CompiledElement, children: unknown): void {
  state.depth++;
  if (state.pretty && tag.content === 'elements') fillLines(state, children);
  else print(state, children);
  state.depth--;
}

/** Prints each child and the end tag on a line of its own. */
function fillLines(state: PrintState, children: unknown): void {
  const before = state.written().length;
  print(state, children);
  if (state.written().length > before) state.write(newLine(state, state.depth - 1));
}

const newLine = (state: PrintState, depth = state.depth) => '\n' + '  '.repeat(depth);

/** Prints the content of an element that takes text of one shape only. */
function printOnlyText(state: PrintState, tag: CompiledElement, props: Props, children: unknown): void {
  const known = state.debugNode?.content.length;
  const text = gather(state, children);
  // Content that is not text is reported already; the shape of the rest is then not checked.
  if (state.debugNode?.content.length === known) printShape(state, tag, text, state.link);
  if (state.link === undefined) return;
  checkTarget(state, tag, undefined, tag.definition.content.urlKind, state.link, props);
  state.link = undefined;
}

function gather(state: PrintState, children: unknown): string {
  state.gathering = true;
  state.gathered = '';
  print(state, children);
  state.gathering = false;
  return state.gathered;
}
