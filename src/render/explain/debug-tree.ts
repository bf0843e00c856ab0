/**
 * The debug tree: what development records while a document is printed, for rules and error messages.
 * @module
 */
import type { Source } from '../../../jsx-runtime/element.ts';
import type { ElementDefinition } from '../../elements/define-element.ts';
import type { ElementView } from '../../elements/rule.ts';
import type { Frame, Problem } from './problem.ts';

/** The place where a component ended the document. */
export interface DebugEnd {
  /** The name of the component. */
  readonly endedBy: string;
}

/** Text, elements, problems and ends in document order; a nested list is the content of an async component. */
export type DebugContent = (string | DebugNode | Problem | DebugEnd | DebugContent)[];

/** Thrown to a rule that reads a value which was rejected. */
export const rejected = new Error('This value was rejected.');

const throwRejected = (): never => {
  throw rejected;
};

/** A component, or an element with what was printed of it. */
export class DebugNode implements ElementView, Frame {
  readonly name: string;
  readonly source: Source | undefined;
  readonly outer: DebugNode | undefined;
  readonly definition: ElementDefinition | undefined;
  /** Its content. A component shares the content of the element around it. */
  readonly content: DebugContent;
  readonly attributes: Record<string, string | undefined> = {};
  /** The text as printed. */
  printedText = '';
  isTextRejected = false;
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

  get text(): string {
    return this.isTextRejected ? throwRejected() : this.printedText;
  }

  /** Marks an attribute as rejected, so that no rule reports it again. */
  rejectAttribute(name: string): void {
    Object.defineProperty(this.attributes, name, { enumerable: true, get: throwRejected });
  }
}

/** The name of a component in error messages. */
export const componentName = ({ name }: { readonly name: string }) => name || 'Component';

/** Fills in the text, children, parent and index of each element, once all async components have been printed. */
export function linkNodes(content: DebugContent, parent: DebugNode | undefined): void {
  for (const item of content) {
    if (typeof item === 'string') {
      if (parent !== undefined) parent.printedText += item;
    } else if (Array.isArray(item)) {
      linkNodes(item, parent);
    } else if (item instanceof DebugNode) {
      item.parent = parent;
      if (parent !== undefined) item.index = parent.children.push(item) - 1;
      linkNodes(item.content, item);
      item.printedText = item.printedText.trim();
    }
  }
}
