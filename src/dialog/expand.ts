/**
 * Finds the choices among the children of a dialog, which may be inside of components, lists and conditions.
 * @module
 */
import { JsxElement, type Node } from '../../jsx-runtime/element.ts';
import { Fragment } from '../../jsx-runtime/jsx-runtime.ts';
import type { Context } from '../render/context.ts';
import { isText } from './prompt.ts';
import { isElement, isList } from '../render/node-kind.ts';
import { isPromise, onValue } from '../render/promise.ts';
import { maxDepth } from '../render/validate/limits.ts';
import { EndOfDocument } from '../render/walk/end-of-document.ts';
import { Forward, Only } from '../render/walk/replace-document.ts';
import { innerContext, WithContext } from '../render/walk/with-context.ts';

/** An element that was looked for, and the context at its place. */
export interface Found {
  readonly element: JsxElement;
  readonly context: Context;
}

/** Children whose components have run. */
export interface Expanded {
  readonly children: Node;
  /** In document order. */
  readonly found: readonly Found[];
  /** Whether a component failed, which the walk reports with its place. */
  readonly hasFailed: boolean;
}

interface Search {
  readonly types: ReadonlySet<unknown>;
  readonly found: Found[];
  /** How many components have run. */
  readonly ran: { count: number; hasFailed: boolean };
}

/** Elements that mean something to whoever prints them. */
const printed: ReadonlySet<unknown> = new Set([Only, Forward, EndOfDocument]);

/** A component that returns itself is left to the one who prints it, and who reports it. */
const mostComponents = 2 * maxDepth;

/**
 * Runs the components among the children of a dialog until it meets the elements that the dialog looks for. Each component
 * runs once: what it returned stands in its place.
 *
 * @param types the components to look for; they are not run
 * @returns a promise when a component is async
 * @example
 * ```tsx
 * import { expandChildren, Only, Speak, type Context, type Node } from 'plivo-jsx';
 *
 * const Option = (_props: { digit: string }): Node => undefined;
 *
 * async function Count({ children }: { children?: Node }, context: Context) {
 *   const { found } = await expandChildren(children, context, [Option]);
 *   return <Speak>There are {found.length} options.</Speak>;
 * }
 * ```
 */
export function expandChildren(
  children: unknown,
  context: Context,
  types: readonly unknown[],
): Expanded | Promise<Expanded> {
  const found: Found[] = [];
  const ran = { count: 0, hasFailed: false };
  const expanded = expand(children, context, { types: new Set(types), found, ran });
  return onValue(expanded, (node) => ({ children: node, found, hasFailed: ran.hasFailed }));
}

function expand(node: unknown, context: Context, search: Search): Node | Promise<Node> {
  if (isList(node)) return expandList(node, context, search);
  if (!isElement(node)) return node as Node;
  const { type, props, source } = node;
  if (search.types.has(type)) {
    search.found.push({ element: node, context });
    return node;
  }
  if (typeof type !== 'function' || 'definition' in type || printed.has(type) || isText(node)) return node;
  if (type === Fragment) return expand(props['children'], context, search);
  if (type === WithContext) {
    const values = props['values'] as Partial<Context>;
    const inner = expand(props['children'], innerContext(context, values), search);
    return onValue(inner, (children) => new JsxElement(WithContext, { values, children }, source));
  }
  return expandComponent(node, context, search);
}

function expandList(list: readonly unknown[], context: Context, search: Search): Node | Promise<Node> {
  const nodes = list.map((item) => {
    const own: Search = { ...search, found: [] };
    return { own, node: expand(item, context, own) };
  });
  const finish = (expanded: Node[]): Node => {
    for (const { own } of nodes) search.found.push(...own.found);
    return expanded;
  };
  return nodes.some(({ node }) => isPromise(node))
    ? Promise.all(nodes.map(({ node }) => node)).then(finish)
    : finish(nodes.map(({ node }) => node as Node));
}

function expandComponent(element: JsxElement, context: Context, search: Search): Node | Promise<Node> {
  if (++search.ran.count > mostComponents) return element;
  const component = element.type as (props: unknown, context: Context) => Node | Promise<Node>;
  /** The component that has run already; errors name it. */
  const instead = (outcome: () => Node) =>
    new JsxElement(Object.defineProperty(outcome, 'name', { value: component.name }), {}, element.source);
  // It fails again when it is printed, and is reported there with its place.
  const failure = (error: unknown) => {
    search.ran.hasFailed = true;
    return instead(() => {
      throw error;
    });
  };
  const expanded = (result: Node) => {
    const node = expand(result, context, search);
    return onValue(node, (children) => instead(() => children));
  };
  try {
    const result = component(element.props, context);
    return isPromise(result) ? Promise.resolve(result).then(expanded, failure) : expanded(result);
  } catch (error) {
    return failure(error);
  }
}
