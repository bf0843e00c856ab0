/**
 * What JSX compiles to: a small object with a type, props and, in development, its place in the source.
 * @module
 */

/** Where an element was written: absolute file, line and column counted from 1. */
export interface Source {
  readonly fileName: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

/** The mark of an element, which the elements of every copy of plivo-jsx have. Data from outside has no symbols. */
export const elementMark = Symbol.for('plivo-jsx.element');

/** Makes the error of an element that becomes JSON. The errors replace it, since this layer imports nothing. */
export const refusal = {
  json: (tag: string): Error => new Error(`<${tag}> cannot become JSON.`),
};

/**
 * One tag as written. It is a class, so that data from outside, such as a parsed body, cannot pass for an element.
 */
export class JsxElement {
  readonly type: JSX.ElementType;
  readonly props: Props;
  readonly source: Source | undefined;

  constructor(type: JSX.ElementType, props: Props, source: Source | undefined) {
    this.type = type;
    this.props = props;
    this.source = source;
  }

  get [elementMark](): true {
    return true;
  }

  /** Throws: whoever serialises an element forgot to render it, and its JSON would show files of the source. */
  toJSON(): never {
    const { type } = this;
    const { name, definition = { name } } = typeof type === 'string' ? { name: type } : named(type);
    throw refusal.json(definition.name);
  }
}

const named = (type: Function): { readonly name: string; readonly definition?: { readonly name: string } } =>
  type;

/** The props of a tag, with its children. */
export type Props = { readonly [name: string]: unknown };

/** A text child. `true`, `false`, `null` and `undefined` print nothing, so that conditions can be written inline. */
export type Text = string | number | boolean | null | undefined;

/** A child of a tag: an element, text, or a list of both. */
export type Node = JsxElement | Text | readonly Node[];

/** What a component may return. */
export type Rendered = Node | Promise<Node>;

// The rules by which TypeScript checks JSX; the names are TypeScript's own.
export declare namespace JSX {
  type Element = JsxElement;
  // `never` accepts components with any props; TypeScript then checks the props of each component itself.
  type ElementType = string | ((props: never, context: never) => Rendered);
  interface ElementChildrenAttribute {
    children: unknown;
  }
  // Authors often give list items keys. JSX passes a key separately from the props, so it is not printed.
  interface IntrinsicAttributes {
    key?: string | number;
  }
  // Filled by `src/elements/ssml`: the lower-case tags of SSML are the only intrinsic ones.
  interface IntrinsicElements {}
}
