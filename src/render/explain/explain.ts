/**
 * The facts of each problem of a document. They are computed only when there is a problem.
 * @module
 */
import type { Attribute } from '../../elements/attribute.ts';
import type { Content } from '../../elements/content.ts';
import type { ElementDefinition } from '../../elements/define-element.ts';
import { expectedInside, oneOrTheOther } from '../../elements/element-facts.ts';
import { Link } from '../../elements/url.ts';
import type { FactsOf } from '../../errors.ts';
import { didYouMean } from '../../did-you-mean.ts';
import { isPromise } from '../promise.ts';
import { shown } from './wrong-child.ts';

/** Facts about an attribute that the element does not have. */
export function unknownAttribute(definition: ElementDefinition, attribute: string): FactsOf<'E_ATTRIBUTE'> {
  const names = [...definition.attributes.keys()];
  return {
    element: definition.name,
    attribute,
    guess: didYouMean(attribute, names),
    expected: names.length === 0 ? 'no attributes' : oneOrTheOther(names),
  };
}

/** Facts about a value that the attribute does not take. */
export function wrongValue(
  definition: ElementDefinition,
  name: string,
  value: unknown,
  baseUrl: string | undefined,
): FactsOf<'E_VALUE'> {
  const attribute = definition.attributes.get(name)!;
  const guess = typeof value === 'string' ? didYouMean(value, attribute.values ?? []) : undefined;
  const pathAlone = attribute.urlKind === undefined ? undefined : needsBaseUrl(value, baseUrl);
  const leaveOut = attribute.required ? '' : `, or leave ${name} out${plivoTakes(attribute)}`;
  return {
    element: definition.name,
    attribute: name,
    received: pathAlone === undefined ? describe(attribute, value) : 'a path, and no baseUrl is known',
    expected: attribute.expected,
    guess: guess && `"${guess}"`,
    suggestion:
      pathAlone ??
      withoutSpaces(attribute, value) ??
      (isPromise(value) ? 'await it first; components may be async' : undefined) ??
      (guess ? `write ${name}="${guess}"` : `give it what it takes${leaveOut}`),
  };
}

const describe = (attribute: Attribute, value: unknown) =>
  !mayBePrivate(value) || (attribute.closed && !looksPersonal(attribute, value))
    ? shown(value)
    : `a ${nounOf(value)} of another shape`;

/** Keys of a telephone, free text, and values with four or more digits may come from a caller. */
const looksPersonal = ({ kind, values }: Attribute, value: unknown) =>
  kind === 'digits' ||
  (kind === 'string' && values === undefined) ||
  (String(value).match(/\d/g) ?? []).length > 3;

/** Strings and numbers may come from a caller. Values of other types do not, and are shown. */
const mayBePrivate = (value: unknown) => typeof value === 'string' || Number.isFinite(value);

const nounOf = (value: unknown) => (typeof value === 'string' ? 'text' : 'number');

const plivoTakes = (attribute: Attribute) =>
  attribute.default === undefined || attribute.default === ''
    ? ''
    : ` (Plivo then takes ${attribute.default})`;

/** What to do about a path when the app's own address is not known; undefined when the value is no such path. */
function needsBaseUrl(value: unknown, baseUrl: string | undefined): string | undefined {
  const isPath = (value instanceof Link || typeof value === 'string') && /^\s*\/(?!\/)/.test(String(value));
  return isPath && baseUrl === undefined
    ? 'give render the option baseUrl, against which paths are resolved, or write the whole URL'
    : undefined;
}

/** What to do about an address with spaces; undefined when it has none, or is no address. */
function withoutSpaces({ urlKind }: Attribute | Content, value: unknown): string | undefined {
  const hasSpaces =
    urlKind !== undefined &&
    (typeof value === 'string' || value instanceof Link) &&
    /[\s\p{Cc}]/u.test(String(value).trim());
  return hasSpaces ? 'write a space as %20; a URL has no spaces and no control characters' : undefined;
}

/** Facts about text that the element does not take. */
export function wrongContent(
  { name, content }: ElementDefinition,
  text: string,
  baseUrl: string | undefined,
): FactsOf<'E_CONTENT'> {
  return {
    element: name,
    expected: content.expected,
    suggestion:
      needsBaseUrl(text, baseUrl) ??
      withoutSpaces(content, text) ??
      `write ${content.expected} between the tags`,
  };
}

/** Facts about text in an element that takes no text. */
export function textInside(definition: ElementDefinition, text: string): FactsOf<'E_TEXT'> {
  // Any other text may come from a caller.
  if (text === '0')
    return {
      element: definition.name,
      received: text,
      suggestion: `write a comparison before &&, as in {count > 0 && …}: JSX prints 0`,
    };
  const suggestion = definition.holds.has('Speak')
    ? 'put what is to be said into a <Speak>'
    : `<${definition.name}> takes ${expectedInside(definition)}`;
  return { element: definition.name, suggestion };
}
