/**
 * Rules across attributes and neighbours, which no single attribute can state.
 * @module
 */

/** What a rule may look at: an element as printed, with its attributes' texts and its neighbours. */
export interface ElementView {
  readonly name: string;
  /** Attributes as printed, not escaped. */
  readonly attributes: { readonly [name: string]: string | undefined };
  /** The text between the tags, without white space around it. */
  readonly text: string;
  readonly children: readonly ElementView[];
  readonly parent: ElementView | undefined;
  /** Position among the parent's elements, from 0. */
  readonly index: number;
}

/** One rule of an element. */
export interface Rule {
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** One thing to do. */
  readonly fix: string;
  /** A `warning` is told and served; an `error` refuses the document. Default: `error`. */
  readonly severity?: 'warning';
  /** True when the element breaks the rule. */
  broken(element: ElementView): boolean;
}

/** True when an element was written after this one in the same parent. */
export function isFollowed(element: ElementView): boolean {
  return element.parent !== undefined && element.index < element.parent.children.length - 1;
}

/** The rule that one attribute does nothing without another. */
export function needs(element: string, attribute: string, other: string): Rule {
  return {
    message: `<${element}> has ${attribute} and no ${other}.`,
    fix: `add ${other}, or remove ${attribute}.`,
    broken: ({ attributes }) => attributes[attribute] !== undefined && attributes[other] === undefined,
  };
}
