/**
 * Rules across attributes and neighbours, which no single attribute can state.
 * @module
 */

/** What a rule can read: an element as printed, with its attributes and its neighbours. */
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
  /** The same about one element, with what was written there. Default: `message`. */
  says?(element: ElementView): string;
  /** One thing to do. */
  readonly fix: string;
  /** What the author probably meant; it becomes the question "Did you mean …?". Default: nobody asks. */
  guess?(element: ElementView): string | undefined;
  /** With `warning` the problem is reported and the document is served; an `error` rejects the document. Default: `error`. */
  readonly severity?: 'warning';
  /** True when the element breaks the rule. */
  broken(element: ElementView): boolean;
}

/** Whether another element follows this one in the same parent. */
export function isFollowed(element: ElementView): boolean {
  return element.parent !== undefined && element.index < element.parent.children.length - 1;
}

/** A rule for an attribute that has no effect without another one. */
export function needs(element: string, attribute: string, other: string): Rule {
  return {
    message: `<${element}> has ${attribute} and no ${other}.`,
    fix: `add ${other}, or remove ${attribute}.`,
    broken: ({ attributes }) => attributes[attribute] !== undefined && attributes[other] === undefined,
  };
}

/** A warning of a number above the greatest that Plivo documents. */
export function aboveDocumented(element: string, attribute: string, most: number): Rule {
  return {
    message: `<${element} ${attribute}> is above ${most}, the greatest value that Plivo documents.`,
    fix: `write ${most} or less; what Plivo does with more is not certain.`,
    severity: 'warning',
    broken: ({ attributes }) => Number(attributes[attribute]) > most,
  };
}
