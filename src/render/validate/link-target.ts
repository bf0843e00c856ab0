/**
 * Checks that the target of a link can answer the request that Plivo will send.
 * @module
 */
import type { ElementDefinition } from '../../elements/define-element.ts';
import type { Link, LinkTarget, UrlKind } from '../../elements/url.ts';
import type { FactsOf } from '../../errors.ts';

/** The target cannot answer (`E_LINK`), or does not accept the HTTP method (`E_METHOD`). */
export type LinkProblem =
  | { readonly code: 'E_LINK'; readonly facts: FactsOf<'E_LINK'> }
  | { readonly code: 'E_METHOD'; readonly facts: FactsOf<'E_METHOD'> };

type Props = { readonly [name: string]: unknown };

/**
 * The problem of a link at this place; undefined when it is correct.
 *
 * @param name the attribute with the link; undefined when the link is the text of the element
 */
export function linkProblem(
  definition: ElementDefinition,
  name: string | undefined,
  urlKind: UrlKind,
  { level: path }: Link,
  { kind, methods }: LinkTarget,
  props: Props,
): LinkProblem | undefined {
  const facts = { element: definition.name, place: name ?? 'The text', path, kind };
  const suggestion = suggestionFor(kind, urlKind, name, props);
  if (suggestion !== undefined) return { code: 'E_LINK', facts: { ...facts, suggestion } };
  const attribute = methodAttribute(definition, name);
  if (attribute === undefined || methods === undefined) return undefined;
  const method = props[attribute] ?? definition.attributes.get(attribute)!.default;
  // Any other value is reported as E_VALUE.
  if ((method !== 'GET' && method !== 'POST') || methods.length === 0 || methods.includes(method)) {
    return undefined;
  }
  const place = name ?? 'the text';
  return { code: 'E_METHOD', facts: { ...facts, place, attribute, method, methods: methods[0]! } };
}

function suggestionFor(
  kind: LinkTarget['kind'],
  urlKind: UrlKind,
  name: string | undefined,
  props: Props,
): string | undefined {
  // Plivo ignores the answer then, so a callback is correct too.
  if (name === 'action' && (props['redirect'] === false || props['redirect'] === 'false')) return undefined;
  if (kind === 'callback' && (urlKind === 'xml' || urlKind === 'xml-sound')) {
    return 'link to a level, which returns a document';
  }
  if (kind === 'level' && urlKind === 'notify') {
    return 'link to a callback; Plivo ignores the reply of this address';
  }
  return undefined;
}

/** The attribute with the HTTP method, named by Plivo: `method` for `action` and for text, `callbackMethod` for `callbackUrl`. */
function methodAttribute({ attributes }: ElementDefinition, name: string | undefined): string | undefined {
  const named = name === undefined || name === 'action' ? 'method' : `${name.replace(/Url$/, '')}Method`;
  return attributes.has(named) ? named : undefined;
}
