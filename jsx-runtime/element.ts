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

/** The name by which Node finds how a value is printed. */
const inspectMark: unique symbol = Symbol.for('nodejs.util.inspect.custom') as never;

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
    throw refusal.json(tagOf(this.type));
  }

  /** What `console.log` prints: the tag and its props, without the declaration of its element. */
  [inspectMark](
    depth: number,
    options: object,
    inspect: (value: unknown, options: object) => string,
  ): string {
    return `<${tagOf(this.type)}>${depth < 0 ? '' : ` ${inspect(this.props, options)}`}`;
  }
}

function tagOf(type: JSX.ElementType): string {
  const { name, definition = { name } } = typeof type === 'string' ? { name: type } : named(type);
  return definition.name;
}

const named = (type: Function): { readonly name: string; readonly definition?: { readonly name: string } } =>
  type;

/** The props of a tag, with its children. */
export type Props = { readonly [name: string]: unknown };

/**
 * A text child. `true`, `false`, `null` and `undefined` print nothing, so that conditions can be written inline.
 *
 * @example
 * ```tsx
 * import { Speak, type Text } from 'plivo-jsx';
 *
 * const Hours = ({ until }: { until: Text }) => <Speak>We are open until {until}.</Speak>;
 * ```
 */
export type Text = string | number | boolean | null | undefined;

/**
 * A child of a tag, or what a helper returns: an element, text, or a list of both.
 *
 * @example
 * ```tsx
 * import { Speak, type Node } from 'plivo-jsx';
 *
 * const Slowly = ({ children }: { children?: Node }) => (
 *   <Speak voice="Polly.Joanna">
 *     <prosody rate="slow">{children}</prosody>
 *   </Speak>
 * );
 * ```
 */
export type Node = JsxElement | Text | readonly Node[];

/**
 * What a component may return: a {@link Node}, or a promise of one.
 *
 * @example
 * ```tsx
 * import { Speak, type Rendered } from 'plivo-jsx';
 *
 * const balanceOf = async (account: string) => account.length;
 *
 * async function Balance({ account }: { account: string }): Promise<Rendered> {
 *   return <Speak>You have {await balanceOf(account)} euros.</Speak>;
 * }
 * ```
 */
export type Rendered = Node | Promise<Node>;

/**
 * A function that is written as a tag. Its optional member refuses the `Number` that every program has, and that a missing
 * import would make a tag of; the compiler shows its type.
 */
export interface Component {
  // `never` accepts components with any props; TypeScript then checks the props of each component itself.
  (props: never, context: never): Rendered;
  readonly MAX_VALUE?: "This is JavaScript's Number: import { Number } from 'plivo-jsx'";
}

/** No class can be written as a tag; the compiler shows these types, of which the first is for the `Response` of fetch. */
export interface NoClass {
  readonly redirect?: "This is the Response of fetch: import { Response } from 'plivo-jsx'";
  new (props: never): 'A component is a function, not a class';
}

/** The key that authors often give the items of a list. It is never printed. */
export type Key = string | number | bigint;

// The rules by which TypeScript checks JSX; the names are TypeScript's own.
export declare namespace JSX {
  type Element = JsxElement;
  type ElementType = string | Component | NoClass;
  interface ElementChildrenAttribute {
    children: unknown;
  }
  interface IntrinsicAttributes {
    key?: Key | null | undefined;
  }
  // Filled by `src/elements/ssml`: the lower-case tags of SSML are the only intrinsic ones.
  interface IntrinsicElements {}
}
