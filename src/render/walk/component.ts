/**
 * Components: they run in document order; an async one leaves a placeholder.
 * @module
 */
import type { Props, Rendered } from '../../../jsx-runtime/element.ts';
import type { Context } from '../context.ts';
import type { StepList } from '../facts.ts';
import { mostAsync } from '../validate/limits.ts';
import { DebugNode, type DebugContent } from '../explain/debug-tree.ts';
import { slot, unlimited, type PrintState } from './print-state.ts';
import { silence, silenceAll, silenceProps } from './promise.ts';

export type Component = (props: unknown, context: Context) => Rendered;

export const nameOf = (component: Component) => component.name || 'Component';

/** Runs a component; a failure is reported and gives nothing. */
export function run(state: PrintState, component: Component, props: Props): unknown {
  const { job } = state;
  if (!job.isRootOurs || state.nested > 1) silenceProps(props, job);
  try {
    return component(props, job.context);
  } catch (cause) {
    silenceAll(cause, job.silenced);
    state.problem('E_COMPONENT', { component: nameOf(component), problem: 'failed' }, cause);
    return undefined;
  }
}

/** Leaves a placeholder for the result of an async component. */
export function putOff(state: PrintState, result: PromiseLike<unknown>, component: string): void {
  if (state.gathering) return refuseInText(state, result, component);
  silence(result);
  const debugNode = state.debugNode && laterContent(state.debugNode);
  if (++state.job.asyncs > mostAsync) refuseSoMany(state, component, debugNode);
  if (state.charactersLeft !== unlimited) state.room ??= { left: 0 };
  state.later ??= [];
  const steps: StepList | undefined = state.steps && [];
  if (steps !== undefined) state.steps?.push(steps);
  const { holder, depth, nested, room } = state;
  state.later.push({ result, component, place: { holder, debugNode, depth, nested, steps, room } });
  state.write(slot);
}

/** A copy of the debug node with a list of its own for the async content. */
function laterContent({ name, source, outer, definition, content }: DebugNode): DebugNode {
  const later: DebugContent = [];
  content.push(later);
  return new DebugNode(name, source, outer, definition, later);
}

function refuseInText(state: PrintState, result: unknown, component: string): void {
  silenceAll(result, state.job.silenced);
  const element = state.holder?.definition.name;
  const problem = `is async, and the text of <${element}> must be known at once`;
  const suggestion = `await the text first, in an async component around the <${element}>`;
  state.problem('E_COMPONENT', { component, problem, suggestion });
}

/** Stops at once. Counts async components; the depth limit would trigger too late. */
function refuseSoMany(state: PrintState, component: string, frame: DebugNode | undefined): never {
  const problem = `is used, and ${mostAsync} async components were before it`;
  const suggestion = 'look for a component that uses itself without an end';
  state.stop('E_COMPONENT', { component, problem, suggestion }, frame);
}
