/**
 * The attributes of a start tag: each is checked, escaped and written, or reported.
 * @module
 */
import type { Props } from '../../../jsx-runtime/element.ts';
import type { Link, UrlKind } from '../../elements/url.ts';
import { unknownAttribute, wrongValue } from '../explain/explain.ts';
import { ignoreRejections } from '../ignore-rejections.ts';
import { isLink } from '../node-kind.ts';
import { linkProblem } from '../validate/link-target.ts';
import { rememberSound } from '../validate/sound.ts';
import type { CompiledElement } from './compiled-element.ts';
import { escapeAttribute, hadIllegalCharacter } from './escape.ts';
import type { PrintState } from './print-state.ts';
import { finalUrl } from './final-url.ts';
import type { FreeAttribute } from './start-tag.ts';

/** Writes the start tag of an element. Returns its children, which are met in the same loop: a second lookup costs as much as an attribute. */
export function printStartTag(state: PrintState, element: CompiledElement, props: Props): unknown {
  let tag = element.startTag;
  let children: unknown;
  for (const name in props) {
    const value = props[name];
    if (name === 'children') {
      children = value;
      continue;
    }
    if (value === undefined || value === null) continue;
    const next = tag.with(name, value);
    if (next === undefined) {
      rejectAttribute(state, element, name, value);
      continue;
    }
    tag = next;
    if (tag.free !== undefined) printFreeValue(state, element, name, tag.free, value, props);
    else if (state.debugNode !== undefined) state.debugNode.attributes[name] = tag.value;
  }
  if (tag.required < element.required) checkRequired(state, element, props);
  state.xml += element.content === 'none' ? tag.empty : tag.open;
  return children;
}

/** Writes an address or free text. */
function printFreeValue(
  state: PrintState,
  element: CompiledElement,
  name: string,
  { attribute, before }: FreeAttribute,
  value: unknown,
  props: Props,
): void {
  const { urlKind, values } = attribute;
  if (isLink(value)) checkLinkTarget(state, element, name, urlKind, value, props);
  const printed = attribute.print(value, state.context.baseUrl);
  if (printed === undefined) {
    rejectAttribute(state, element, name, value);
    return;
  }
  const isAddress = urlKind !== undefined && values?.includes(printed) !== true;
  const text = isAddress ? finalUrl(state, element.name, name, urlKind, value, printed) : printed;
  if (state.debugNode !== undefined) state.debugNode.attributes[name] = text;
  const escaped = escapeAttribute(text);
  state.xml += before;
  state.xml += escaped;
  if (escaped !== text && hadIllegalCharacter())
    state.reportWarning('E_CHARACTER', { element: element.name });
}

/** Reports an attribute that the element does not have, or whose value it does not take. */
function rejectAttribute(
  state: PrintState,
  { definition }: CompiledElement,
  name: string,
  value: unknown,
): void {
  ignoreRejections(value, state.job.visited);
  // JSX passes a key separately, except one inside of a spread.
  if (name === 'key' && !definition.attributes.has(name)) return;
  if (!definition.attributes.has(name)) {
    state.reportError('E_ATTRIBUTE', unknownAttribute(definition, name));
    return;
  }
  state.debugNode?.rejectAttribute(name);
  state.reportError('E_VALUE', wrongValue(definition, name, value, state.context.baseUrl));
}

/** Reports a link to a level or callback that cannot answer the request that Plivo will send. */
export function checkLinkTarget(
  state: PrintState,
  { definition }: CompiledElement,
  name: string | undefined,
  urlKind: UrlKind | undefined,
  link: Link,
  props: Props,
): void {
  if (link.target === undefined || urlKind === undefined) return;
  if (urlKind === 'xml-sound' && name !== undefined && state.debugNode !== undefined)
    rememberSound(link.target, { sounding: definition.name, attribute: name });
  const problem = linkProblem(definition, name, urlKind, link, link.target, props);
  if (problem?.code === 'E_LINK') state.reportError(problem.code, problem.facts);
  else if (problem !== undefined) state.reportError(problem.code, problem.facts);
}

/** Reports required attributes that are missing. */
function checkRequired(state: PrintState, { definition }: CompiledElement, props: Props): void {
  for (const name of definition.required) {
    if (props[name] !== undefined && props[name] !== null) continue;
    const { expected } = definition.attributes.get(name)!;
    state.reportError('E_REQUIRED', { element: definition.name, attribute: name, expected });
  }
}
