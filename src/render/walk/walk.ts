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

/** Prints all that a component returned; what is left of it when that fails is given up. */
export function printTree(part: PrintState, tree: unknown): void {
  try {
    print(part, tree);
  } catch (error) {
    // A getter may throw anything, a promise too.
    silenceAll([tree, error], (part.job.silenced ??= new Set()));
    throw error;
  }
}

/** Prints what a component may return, and whatever else somebody put there. */
function print(part: PrintState, node: unknown): void {
  if (typeof node === 'string') {
    printText(part, node);
  } else if (isElement(node)) {
    enter(part);
    printElement(part, node);
    part.nested--;
  } else if (node === null || node === undefined || typeof node === 'boolean') {
    return;
  } else if (isList(node)) {
    enter(part);
    for (let i = 0; i < node.length; i++) {
      if (i % lookEvery === 0) checkLength(part);
      print(part, node[i]);
    }
    part.nested--;
  } else {
    printOther(part, node);
  }
}

/** Stops at once when it is too deep: what holds itself twice would have more problems than there is time. */
function enter(part: PrintState): void {
  if (++part.nested > mostNested) part.stop('E_DEEP', { most: mostNested });
}

/** Items of a list between two looks at the length: without lists no document grows long. */
const lookEvery = 16;

/** Stops production at once when it is too long: whatever follows would be thrown away, and other callers wait. */
function checkLength(part: PrintState): void {
  if (part.length <= mostBytes || part.outline !== undefined) return;
  part.stop('E_SIZE', { kilobytes: `more than ${mostBytes / 1024}` });
}

function printOther(part: PrintState, node: unknown): void {
  if (typeof node === 'number' && Number.isFinite(node)) {
    printText(part, String(node));
  } else if (part.gathering && isLink(node)) {
    part.link = node;
    part.gathered += node.href;
  } else {
    silenceAll(node, part.job.silenced);
    part.problem('E_CHILD', wrongChild(part.holder?.definition.name ?? 'Response', node));
  }
}

function printElement(part: PrintState, { type, props, source }: JsxElement): void {
  const tag = typeof type === 'string' ? compiledByName(type) : tagOfComponent(type);
  if (tag !== undefined) printTag(part, tag, props, source);
  else if (typeof type === 'function') printComponent(part, type as Component, props, source);
  else refuseElement(part, type, props, source);
}

function tagOfComponent(component: unknown): CompiledElement | undefined {
  const definition = (component as Partial<ElementComponent<never>> | undefined)?.definition;
  return definition && compiled(definition);
}

function printComponent(
  part: PrintState,
  component: Component,
  props: Props,
  source: Source | undefined,
): void {
  const outer = part.outline;
  const name = nameOf(component);
  if (outer !== undefined && component !== Fragment) {
    part.outline = new DebugNode(name, source, outer, undefined, outer.content);
  }
  const result = run(part, component, props);
  if (isPromise(result)) putOff(part, result, name);
  else printTree(part, result);
  part.outline = outer;
}

function printTag(part: PrintState, tag: CompiledElement, props: Props, source: Source | undefined): void {
  const { holder, outline: outer } = part;
  if (outer !== undefined) {
    part.outline = new DebugNode(tag.definition.name, source, outer, tag.definition, []);
    outer.content.push(part.outline);
  }
  if (holder === undefined || (holder.mask & tag.bit) === 0) checkPlace(part, tag);
  const { counted } = part.job;
  if (counted !== undefined) part.note(tag, counted);
  if (part.pretty && holder?.content === 'elements') part.write(newLine(part));
  let start = tag.start;
  let children: unknown;
  // All in one loop: to ask the props for their children once more costs as much as an attribute.
  for (const name in props) {
    const value = props[name];
    if (name === 'children') {
      children = value;
      continue;
    }
    if (value === undefined || value === null) continue;
    const next = start.with(name, value);
    if (next === undefined) {
      refuse(part, tag, name, value);
      continue;
    }
    start = next;
    if (next.free !== undefined) printFree(part, tag, name, next.free, value, props);
    else if (part.outline !== undefined) part.outline.attributes[name] = next.value;
  }
  if (start.required < tag.required) checkRequired(part, tag, props);
  if (tag.content === 'none') {
    part.mark(start.empty);
    if (children !== undefined) printContent(part, tag, props, children);
  } else {
    part.mark(start.open);
    if (typeof children !== 'string' || !printWhole(part, tag, children)) {
      printContent(part, tag, props, children);
    }
    part.mark(tag.close);
  }
  part.outline = outer;
}

function printContent(part: PrintState, tag: CompiledElement, props: Props, children: unknown): void {
  const { holder } = part;
  part.holder = tag;
  if (tag.mostCharacters !== undefined) part.charactersLeft = tag.mostCharacters;
  if (tag.content === 'text') printOnlyText(part, tag, props, children);
  else fill(part, tag, children);
  if (tag.mostCharacters !== undefined) {
    if (part.room !== undefined) part.room.left = part.charactersLeft;
    part.room = undefined;
    part.charactersLeft = unlimited;
  }
  part.holder = holder;
}

function fill(part: PrintState, tag: CompiledElement, children: unknown): void {
  part.depth++;
  if (part.pretty && tag.content === 'elements') fillLines(part, children);
  else print(part, children);
  part.depth--;
}

/** Each element inside begins a line of its own, and so does what closes them. */
function fillLines(part: PrintState, children: unknown): void {
  const before = part.written().length;
  print(part, children);
  if (part.written().length > before) part.write(newLine(part, part.depth - 1));
}

const newLine = (part: PrintState, depth = part.depth) => '\n' + '  '.repeat(depth);

/** The whole text of an element that takes nothing but text of one shape. */
function printOnlyText(part: PrintState, tag: CompiledElement, props: Props, children: unknown): void {
  const known = part.outline?.content.length;
  const text = gather(part, children);
  // What is inside may be no text, and that is told; the shape of the rest then says nothing.
  if (part.outline?.content.length === known) printShape(part, tag, text, part.link);
  if (part.link === undefined) return;
  checkTarget(part, tag, undefined, tag.definition.content.urlKind, part.link, props);
  part.link = undefined;
}

function gather(part: PrintState, children: unknown): string {
  part.gathering = true;
  part.gathered = '';
  print(part, children);
  part.gathering = false;
  return part.gathered;
}
