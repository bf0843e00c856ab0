/**
 * One declaration an element: from it come the types of its props, the check at render time and the reference page.
 * @module
 */
import { JsxElement, refusal, type Node } from '../../jsx-runtime/element.ts';
import { PlivoJsxError } from '../errors.ts';
import type { Attribute } from './attribute.ts';
import type { Content } from './content.ts';
import { aboveDocumented, type Rule } from './rule.ts';

refusal.json = (element) => new PlivoJsxError('E_JSON', { element });

/** The declaration for {@link defineElement}. */
export interface ElementDeclaration<A extends Attributes, Children> {
  /** The tag as Plivo writes it, letter for letter. */
  readonly name: string;
  /** Its attributes, each made with a function of `attribute`. */
  readonly attributes: A;
  /** What may stand between its tags, made with a function of `content`. */
  readonly content: Content<Children>;
  /** Existing elements that this one may be inside. Default: only elements whose `content` names it. */
  readonly parents?: readonly string[];
  /** Rules about several attributes, or about neighbours. Default: none. */
  readonly rules?: readonly Rule[];
  /** What it does to the call. Default: nothing that decides how the call goes on. */
  readonly role?: Role;
}

/**
 * What an element does to a call: it lets the caller hear something, asks for input, or decides where the call goes next.
 * The log, the debug pages and other tools report these.
 */
export type Role = 'says' | 'asks' | 'leads';

/** The attributes of an element, by name. */
export type Attributes = { readonly [name: string]: Attribute };

/** A declared element. */
export interface ElementDefinition {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly required: readonly string[];
  readonly content: Content;
  /** The elements that may stand inside; `sdk` marks those that only Plivo's SDKs put there. */
  readonly holds: ReadonlyMap<string, 'docs' | 'sdk'>;
  readonly rules: readonly Rule[];
  readonly role: Role | undefined;
  /** Used by the renderer only. */
  compiled: unknown;
}

type Accepts<T> = T extends Attribute<infer Value> ? Value : never;
type RequiredNames<A> = { [K in keyof A]: A[K] extends Attribute<unknown, true> ? K : never }[keyof A];
type Needed<A, K extends keyof A> = { readonly [P in K]: Accepts<A[P]> };
type Optional<A, K extends keyof A> = { readonly [P in K]?: Accepts<A[P]> | undefined };

type AttributeProps<A> = Needed<A, RequiredNames<A>> & Optional<A, Exclude<keyof A, RequiredNames<A>>>;

/** The props of an element with the given attributes and children. */
export type PropsOf<A, Children> = AttributeProps<A> & Children;

// An interface with these two bases keeps its own name in the messages of the compiler; with a single base it would lose it.
/** The attributes of an element with the given declaration, as props. */
export type DeclaredAttributes<Declaration> =
  Declaration extends ElementDeclaration<infer A, infer _> ? AttributeProps<A> : never;

/** The children of an element with the given declaration, as a prop. */
export type DeclaredChildren<Declaration> =
  Declaration extends ElementDeclaration<infer _, infer Children> ? Children : never;

/** A component that prints one XML element. */
export interface ElementComponent<P> {
  (props: P): Node;
  readonly definition: ElementDefinition;
}

interface OpenDefinition extends ElementDefinition {
  readonly holds: Map<string, 'docs' | 'sdk'>;
}

// Names are printed as they are.
const xmlName = /^[a-z_][\w.-]*(?::[a-z_][\w.-]*)?$/i;

const vocabulary = new Map<string, OpenDefinition>();

/** Every element declared so far, by name. */
export const definitions: ReadonlyMap<string, ElementDefinition> = vocabulary;

/** Infers the types of a declaration, so that its props can have a name: editors and compilers show that name. */
export const declareElement = <const A extends Attributes, Children>(
  declaration: ElementDeclaration<A, Children>,
): ElementDeclaration<A, Children> => declaration;

/**
 * Declares an XML element, so that it can be written as a tag.
 *
 * All of Plivo's elements are made with it. Use it yourself when Plivo adds one before plivo-jsx does.
 *
 * @param declaration name, attributes, content and, for a new element, the `parents` that may hold it
 * @throws {@link PlivoJsxError} `E_DECLARED` when the name is taken already, `E_NAME` when a name cannot stand in XML,
 * `E_PARENT` when a parent is no element or takes no elements
 * @returns a component with typed props
 * @example
 * ```tsx
 * import { Response, attribute, content, defineElement, render } from 'plivo-jsx';
 *
 * const Whisper = defineElement({
 *   name: 'Whisper',
 *   attributes: { volume: attribute.integer({ min: 1, max: 10, default: 5 }) },
 *   content: content.text({ expected: 'what the agent hears' }),
 *   parents: ['Response'],
 * });
 *
 * const xml: string | Promise<string> = render(
 *   <Response>
 *     <Whisper volume={3}>A caller from Spain</Whisper>
 *   </Response>,
 * );
 * ```
 */
export function defineElement<const A extends Attributes, Children>(
  declaration: ElementDeclaration<A, Children>,
): ElementComponent<PropsOf<A, Children>> {
  const { name, content, parents = [] } = declaration;
  for (const written of [name, ...Object.keys(declaration.attributes)]) {
    if (!xmlName.test(written)) throw new PlivoJsxError('E_NAME', { name: written });
  }
  if (vocabulary.has(name)) throw new PlivoJsxError('E_DECLARED', { element: name });
  const attributes = new Map(Object.entries(declaration.attributes));
  const definition: OpenDefinition = {
    name,
    attributes,
    required: [...attributes].filter(([, attribute]) => attribute.required).map(([key]) => key),
    content,
    holds: new Map([
      ...content.children.map((child) => [child, 'docs'] as const),
      ...content.sdkChildren.map((child) => [child, 'sdk'] as const),
    ]),
    rules: [
      ...(declaration.rules ?? []),
      ...[...attributes]
        .filter(([, { warnsAbove }]) => warnsAbove)
        .map(([key, { max }]) => aboveDocumented(name, key, max!)),
    ],
    role: declaration.role,
    compiled: undefined,
  };
  for (const parent of parents) {
    const holder = vocabulary.get(parent);
    if (holder === undefined)
      throw new PlivoJsxError('E_PARENT', { element: name, parent, problem: 'there is no such element' });
    const { kind } = holder.content;
    if (kind === 'none' || kind === 'text') {
      const problem = `it takes ${kind === 'none' ? 'nothing inside' : 'nothing but text'}`;
      throw new PlivoJsxError('E_PARENT', { element: name, parent, problem });
    }
    holder.holds.set(name, 'docs');
  }
  vocabulary.set(name, definition);
  function component(props: PropsOf<A, Children>): Node {
    // `Number` and `Response` are names of JavaScript too: without a type check they are called as such.
    if (new.target !== undefined || typeof props !== 'object' || props === null)
      throw calledAsFunction(name, props);
    return new JsxElement(component, props, undefined);
  }
  return Object.assign(component, { definition });
}

function calledAsFunction(element: string, received: unknown): Error {
  const instead =
    element === 'Number'
      ? 'read call.digit, the pressed key as a number, or write globalThis.Number(…)'
      : element in globalThis
        ? `write globalThis.${element}`
        : `write <${element}>`;
  const kind = received === null || received === undefined ? String(received) : `a ${typeof received}`;
  return new PlivoJsxError('E_TAG', {
    element,
    received: kind.replace('a object', 'an object'),
    suggestion: instead,
  });
}
