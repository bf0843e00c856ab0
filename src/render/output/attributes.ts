/**
 * Attributes with free values: checked, escaped and printed; invalid ones are reported.
 * @module
 */
import type { Props } from '../../../jsx-runtime/element.ts';
import type { Link, UrlKind } from '../../elements/url.ts';
import { escapeAttribute, heldIllegal } from './escape.ts';
import { unknownAttribute, wrongValue } from '../explain/explain.ts';
import { isLink } from '../walk/node-kind.ts';
import { linkProblem } from '../validate/link-target.ts';
import type { PrintState } from '../walk/print-state.ts';
import { silenceAll } from '../walk/promise.ts';
import { resolveLink } from './resolve-link.ts';
import type { Free } from './start-tag.ts';
import type { CompiledElement } from './compiled-element.ts';

/** Prints a URL or a free text. */
export function printFree(
  state: PrintState,
  tag: CompiledElement,
  name: string,
  { attribute, before }: Free,
  value: unknown,
  props: Props,
): void {
  state.mark(before);
  if (isLink(value)) checkTarget(state, tag, name, attribute.urlKind, value, props);
  const printed = attribute.print(value, state.job.context.baseUrl);
  if (printed === undefined) return refuse(state, tag, name, value);
  const { urlKind, values } = attribute;
  const isWord = urlKind === undefined || values?.includes(printed) === true;
  const text = isWord ? printed : resolveLink(state, tag.name, name, urlKind, value, printed);
  if (state.debugNode !== undefined) state.debugNode.attributes[name] = text;
  const escaped = escapeAttribute(text);
  state.write(escaped);
  if (escaped !== text && heldIllegal()) state.warning('E_CHARACTER', { element: tag.definition.name });
}

/** Reports an unknown attribute or an invalid value. */
export function refuse(
  state: PrintState,
  { definition }: CompiledElement,
  name: string,
  value: unknown,
): void {
  silenceAll(value, state.job.silenced);
  if (!definition.attributes.has(name)) {
    return state.problem('E_ATTRIBUTE', unknownAttribute(definition, name));
  }
  // Reported once, as E_VALUE; no rule should report it as missing.
  if (state.debugNode !== undefined) {
    state.debugNode.attributes[name] = typeof value === 'object' ? '' : String(value);
  }
  state.problem('E_VALUE', wrongValue(definition, name, value, state.job.context.baseUrl));
}

/** Reports a link whose target cannot answer Plivo's request. */
export function checkTarget(
  state: PrintState,
  { definition }: CompiledElement,
  name: string | undefined,
  urlKind: UrlKind | undefined,
  link: Link,
  props: Props,
): void {
  if (link.target === undefined || urlKind === undefined) return;
  const problem = linkProblem(definition, name, urlKind, link, link.target, props);
  if (problem?.code === 'E_LINK') state.problem(problem.code, problem.facts);
  else if (problem !== undefined) state.problem(problem.code, problem.facts);
}

/** Reports missing required attributes. */
export function checkRequired(state: PrintState, { definition }: CompiledElement, props: Props): void {
  for (const name of definition.required) {
    if (props[name] !== undefined && props[name] !== null) continue;
    const { expected } = definition.attributes.get(name)!;
    state.problem('E_REQUIRED', { element: definition.name, attribute: name, expected });
  }
}
