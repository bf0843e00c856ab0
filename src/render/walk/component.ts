/**
 * Components: a sync one runs where it is; the place of an async one is kept until its promise is fulfilled.
 * @module
 */
import type { Props, Rendered } from '../../../jsx-runtime/element.ts';
import { definitions } from '../../elements/define-element.ts';
import type { Context } from '../context.ts';
import { componentName, DebugNode, type DebugContent } from '../explain/debug-tree.ts';
import { CodedError } from '../../errors.ts';
import { RenderError } from '../explain/problem.ts';
import type { StepList } from '../facts.ts';
import { ignoreRejections, ignoreRejectionsInProps } from '../ignore-rejections.ts';
import { placeholder, unlimited, type PrintState } from '../output/print-state.ts';
import { ignoreRejection } from '../promise.ts';
import { maxAsyncComponents } from '../validate/limits.ts';

export type Component = (props: unknown, context: Context) => Rendered;

/** Runs a component. Returns undefined when it throws, which is reported. */
export function runComponent(state: PrintState, component: Component, props: Props): unknown {
  const { job } = state;
  ignoreRejectionsInProps(props, job);
  try {
    const result = component(props, state.context);
    // JavaScript's own Number makes NaN of props.
    return Number.isNaN(result) && isGlobal(component) ? rejectGlobal(state, component) : result;
  } catch (cause) {
    ignoreRejections(cause, job.visited);
    if (isGlobal(component)) rejectGlobal(state, component);
    else reportFailure(state, componentName(component), cause);
    return undefined;
  }
}

/** Reports what a component has thrown. */
export function reportFailure(state: PrintState, component: string, cause: unknown): void {
  // The cause says itself what to do. A document inside of another has places of its own.
  if (cause instanceof CodedError && !(cause instanceof RenderError))
    state.reportError(cause.code, cause.facts as never);
  else state.reportError('E_COMPONENT', { component, problem: 'failed' }, cause);
}

/** Whether a component is the `Number` or `Response` of JavaScript, since an import is missing. */
const isGlobal = (component: Component) =>
  definitions.has(component.name) && (globalThis as Record<string, unknown>)[component.name] === component;

function rejectGlobal(state: PrintState, { name }: Component): void {
  const problem = `is the ${name} of JavaScript, not the tag of Plivo`;
  const suggestion = `import { ${name} } from 'plivo-jsx'`;
  state.reportError('E_COMPONENT', { component: name, problem, suggestion });
}

/** Keeps the place of an async component. */
export function deferAsync(state: PrintState, result: PromiseLike<unknown>, component: string): void {
  if (state.collectedText !== undefined) {
    rejectAsyncText(state, result, component);
    return;
  }
  ignoreRejection(result);
  const debugNode = state.debugNode && asyncDebugNode(state.debugNode);
  if (++state.job.asyncComponents > maxAsyncComponents) failOnTooMany(state, component, debugNode);
  if (state.charactersLeft !== unlimited) state.textBudget ??= { charactersLeft: 0 };
  const { parent, indent, depth, textBudget, context } = state;
  const steps: StepList | undefined = state.steps && [];
  if (steps !== undefined) state.steps!.push(steps);
  const position = { parent, debugNode, indent, depth, steps, textBudget, context };
  state.asyncChildren ??= [];
  state.asyncChildren.push({ result, component, position });
  state.xml += placeholder;
}

/** A copy of a debug node whose content is a new list inside the original's content: it is filled later, at this place. */
function asyncDebugNode({ name, source, outer, definition, content }: DebugNode): DebugNode {
  const later: DebugContent = [];
  content.push(later);
  return new DebugNode(name, source, outer, definition, later);
}

function rejectAsyncText(state: PrintState, result: unknown, component: string): void {
  ignoreRejections(result, state.job.visited);
  const problem = `is async, and the text of <${state.parent?.name}> must be known at once`;
  const suggestion = `await the text first, in an async component around the <${state.parent?.name}>`;
  state.reportError('E_COMPONENT', { component, problem, suggestion });
}

/** Each async component may create several others, so their number grows long before the depth limit is reached. */
function failOnTooMany(state: PrintState, component: string, frame: DebugNode | undefined): never {
  const problem = `is one of more than ${maxAsyncComponents} async components`;
  const suggestion = 'find the component that returns itself without end';
  state.fail('E_COMPONENT', { component, problem, suggestion }, frame);
}
