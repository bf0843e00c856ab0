/**
 * `<Only>` and `<Forward>`: an element deep in the tree decides what the whole document is.
 * @module
 */
import { JsxElement, type Node, type Props, type Source } from '../../../jsx-runtime/element.ts';
import { Redirect } from '../../elements/redirect.ts';
import { Link, methodFor } from '../../elements/url.ts';
import type { Context } from '../context.ts';
import { DebugNode } from '../explain/debug-tree.ts';
import { leaveOutRest } from './end-of-document.ts';
import { isElement, isLink } from '../node-kind.ts';
import type { PrintState, Replacement } from '../output/print-state.ts';

/** The props of {@link Only}. */
export interface OnlyProps {
  /** The content of the `<Response>`. */
  readonly children?: Node;
}

/**
 * Makes its content the whole document: what stands before and after it is not said. A dialog repeats its question with it,
 * so that a welcome before the question is heard once.
 *
 * @example
 * ```tsx
 * import { Only, Response, Speak } from 'plivo-jsx';
 *
 * const document = (
 *   <Response>
 *     <Speak>Nobody hears this.</Speak>
 *     <Only>
 *       <Speak>Please press a key.</Speak>
 *     </Only>
 *   </Response>
 * );
 * ```
 */
export const Only = ({ children }: OnlyProps): Node => children;

/** The props of {@link Forward}. */
export interface ForwardProps {
  /** The level that answers, made by calling it. */
  readonly to: Link;
}

/**
 * Goes on at another level at once: its document is the answer to this request, without a second request of Plivo. Where
 * something is said before it, or where no flow is served (such as in `render`), it is a `<Redirect>`.
 *
 * @example
 * ```tsx
 * import { Forward, level, Response, Speak } from 'plivo-jsx';
 *
 * const closed = level('/closed', () => (
 *   <Response>
 *     <Speak>We are closed.</Speak>
 *   </Response>
 * ));
 * export const menu = level('/menu', () => (
 *   <Response>
 *     <Forward to={closed()} />
 *   </Response>
 * ));
 * ```
 */
export const Forward = ({ to }: ForwardProps): Node => new JsxElement(Redirect, { children: to }, undefined);

/** Thrown to what awaits the async components of a document that was replaced. It is no failure, so it has no stack. */
export const replaced = Object.freeze({ is: 'replaced' });

/**
 * Replaces the document, and ends the walk. It goes back without an exception: to throw one and to catch it takes as long
 * as to print ten elements.
 *
 * @param isOnly whether the element is {@link Only}, not {@link Forward}
 * @param printElement the walk itself
 */
export function replaceDocument(
  state: PrintState,
  isOnly: boolean,
  props: Props,
  source: Source | undefined,
  printElement: (state: PrintState, element: JsxElement) => void,
): void {
  const { job, context, debugNode: at } = state;
  // The new document is checked alone, and its problems are shown with the component that made it.
  const debugNode = at && new DebugNode(at.name, at.source, at.outer, undefined, []);
  if (isOnly) {
    const { children } = props;
    const to = job.isForwarded ? soleForward(children) : undefined;
    endWalk(state, { children, forward: to && resolved(to, context), context, debugNode });
    return;
  }
  const { to } = props;
  if (job.isForwarded && isLink(to) && isBeginning(state)) {
    endWalk(state, { children: undefined, forward: resolved(to, context), context, debugNode });
    return;
  }
  printElement(state, new JsxElement(Redirect, redirectProps(to), source));
  leaveOutRest(state);
}

/** The level that a document with this content would hand on at once. Most answers to a dialog do, and need no second walk. */
const soleForward = (content: unknown): Link | undefined =>
  isElement(content) && content.type === Forward && isLink(content.props['to'])
    ? content.props['to']
    : undefined;

/** The link with what the context adds to links, such as the language. */
function resolved(link: Link, context: Context): Link {
  const place = { element: 'Forward', attribute: 'to', urlKind: 'xml', link, context } as const;
  const href = context.resolveLink?.(link.href, place) ?? link.href;
  return href === link.href ? link : new Link(href, link.level, link.target);
}

/** Whether nothing stands before this place. An async component before it may still print something. */
const isBeginning = ({ job, asyncChildren, parent }: PrintState): boolean =>
  job.elements <= 1 &&
  job.asyncComponents <= 1 &&
  asyncChildren === undefined &&
  (parent === undefined || parent.name === 'Response');

/** Plivo requests the level by a method that it answers. */
const redirectProps = (to: unknown): Props => ({
  method: isLink(to) ? methodFor(to) : undefined,
  children: to,
});

function endWalk(state: PrintState, replacement: Replacement): void {
  // The first one counts: another is in a component that went on at the same time.
  state.job.replacement ??= replacement;
  state.isReplaced = true;
}
