/**
 * What JSX becomes: a small object with a type, props and, in development, the place where it was written.
 * @module
 */

/** Where an element was written: absolute file, line and column counted from 1. */
export interface Source {
  readonly fileName: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

/**
 * One written tag. A class, so that no data from outside (a parsed body, say) can pass for markup.
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
}

/** What a tag was given, children included. */
export type Props = { readonly [name: string]: unknown };

/** What may be said as text. `true`, `false`, `null` and `undefined` say nothing, so that conditions can be written inline. */
export type Text = string | number | boolean | null | undefined;

/** What may stand between two tags: elements, text, and lists of both. */
export type Node = JsxElement | Text | readonly Node[];

/** What a component may return. */
export type Rendered = Node | Promise<Node>;

// The rules by which TypeScript checks JSX; the names are TypeScript's own.
export declare namespace JSX {
  type Element = JsxElement;
  // `never` accepts components with any props; TypeScript then checks the props of the very component.
  type ElementType = string | ((props: never, context: never) => Rendered);
  interface ElementChildrenAttribute {
    children: unknown;
  }
  // Lists are often written with keys; JSX passes them beside the props, so that none is printed.
  interface IntrinsicAttributes {
    key?: string | number;
  }
  // Filled by `src/elements/ssml`: the lower-case tags of SSML are the only intrinsic ones.
  interface IntrinsicElements {}
}
