/**
 * The debug tree: in development, a copy of the printed document that rules check afterwards.
 * @module
 */
import type { Source } from '../../../jsx-runtime/element.ts';
import type { ElementDefinition } from '../../elements/define-element.ts';
import type { ElementView } from '../../elements/rule.ts';
import type { Frame, Problem } from './problem.ts';

/** Text, elements and problems in document order; a nested list is the result of an async component. */
export type DebugContent = (string | DebugNode | Problem | DebugContent)[];

/** A component, or an element with its printed attributes and content. */
export class DebugNode implements ElementView, Frame {
  readonly name: string;
  readonly source: Source | undefined;
  readonly outer: DebugNode | undefined;
  readonly definition: ElementDefinition | undefined;
  /** Its content; a component shares the content of the element around it. */
  readonly content: DebugContent;
  readonly attributes: Record<string, string | undefined> = {};
  text = '';
  children: DebugNode[] = [];
  parent: DebugNode | undefined;
  index = 0;

  constructor(
    name: string,
    source: Source | undefined,
    outer: DebugNode | undefined,
    definition: ElementDefinition | undefined,
    content: DebugContent,
  ) {
    this.name = name;
    this.source = source;
    this.outer = outer;
    this.definition = definition;
    this.content = content;
  }
}

/** Sets text, children and neighbours of each element, once all async components have settled. */
export function settle(content: DebugContent, parent: DebugNode | undefined): void {
  for (const item of content) {
    if (typeof item === 'string') {
      if (parent !== undefined) parent.text += item;
    } else if (Array.isArray(item)) {
      settle(item, parent);
    } else if (item instanceof DebugNode) {
      item.parent = parent;
      if (parent !== undefined) item.index = parent.children.push(item) - 1;
      settle(item.content, item);
      item.text = item.text.trim();
    }
  }
}
