/**
 * Components: they run where they stand, and for what an async one will give a place is kept.
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

/** What a component gives; nothing when it fails, which is told. */
export function run(part: PrintState, component: Component, props: Props): unknown {
  const { job } = part;
  if (!job.isRootOurs || part.nested > 1) silenceProps(props, job);
  try {
    return component(props, job.context);
  } catch (cause) {
    silenceAll(cause, job.silenced);
    part.problem('E_COMPONENT', { component: nameOf(component), problem: 'failed' }, cause);
    return undefined;
  }
}

/** Keeps the place of an async component. */
export function putOff(part: PrintState, result: PromiseLike<unknown>, component: string): void {
  if (part.gathering) return refuseInText(part, result, component);
  silence(result);
  const outline = part.outline && laterContent(part.outline);
  if (++part.job.asyncs > mostAsync) refuseSoMany(part, component, outline);
  if (part.charactersLeft !== unlimited) part.room ??= { left: 0 };
  part.later ??= [];
  const steps: StepList | undefined = part.steps && [];
  if (steps !== undefined) part.steps?.push(steps);
  const { holder, depth, nested, room } = part;
  part.later.push({ result, component, place: { holder, outline, depth, nested, steps, room } });
  part.write(slot);
}

/** The same tag once more, with a list of its own inside that content for what comes later. */
function laterContent({ name, source, outer, definition, content }: DebugNode): DebugNode {
  const later: DebugContent = [];
  content.push(later);
  return new DebugNode(name, source, outer, definition, later);
}

function refuseInText(part: PrintState, result: unknown, component: string): void {
  silenceAll(result, part.job.silenced);
  const element = part.holder?.definition.name;
  const problem = `is async, and the text of <${element}> must be known at once`;
  const suggestion = `await the text first, in an async component around the <${element}>`;
  part.problem('E_COMPONENT', { component, problem, suggestion });
}

/** Stops at once, and finds it by its number: each may make several before any of them is deep. */
function refuseSoMany(part: PrintState, component: string, frame: DebugNode | undefined): never {
  const problem = `is used, and ${mostAsync} async components were before it`;
  const suggestion = 'look for a component that uses itself without an end';
  part.stop('E_COMPONENT', { component, problem, suggestion }, frame);
}
