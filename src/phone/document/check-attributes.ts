import type { Attribute } from '../../elements/attribute.ts';
import type { ElementDefinition } from '../../elements/define-element.ts';
import { didYouMean } from '../../did-you-mean.ts';
import { accepted } from './accepted.ts';
import { fallsBackTo, rejects } from './bad-value.ts';
import { errorOf, problemOf, type CheckOptions, type Findings, type Problem } from './problem.ts';
import type { XmlElement } from './read-xml.ts';

/** A wrong URL or method here ends the call with its own code, but only when it is used. */
const fatalWhenUsed = new Set(['action', 'method', 'onExitActionUrl', 'onExitActionMethod']);

/** Checks the attributes of an element, and the URL of a `<Play>`. */
export function checkAttributes(
  element: XmlElement,
  definition: ElementDefinition,
  options: CheckOptions,
  findings: Findings,
): void {
  const { name, attributes, text } = element;
  const { baseUrl } = options;
  for (const [key, value] of Object.entries(attributes)) {
    const attribute = definition.attributes.get(key);
    if (attribute === undefined) checkUnknown(element, key, definition, findings);
    else if (accepted(attribute, value, baseUrl) === undefined)
      checkValue(element, key, attribute, options, findings);
  }
  for (const key of definition.required) {
    if (attributes[key] !== undefined || fatalWhenUsed.has(key)) continue;
    const expected = expectedInXml(definition.attributes.get(key)!);
    const list = isSsml(name) ? findings.warnings : findings.errors;
    list.push(errorOf(element, 'E_REQUIRED', { element: name, attribute: key, expected }));
  }
  if (name === 'Play' && definition.content.print?.(text, baseUrl) === undefined) {
    const message = text === '' ? '<Play> is empty.' : '<Play> has no absolute URL.';
    const fix = 'write the whole address of an mp3 or wav file, such as https://example.com/hello.mp3.';
    findings.errors.push(problemOf(element, message, fix));
  }
}

function checkUnknown(
  element: XmlElement,
  key: string,
  definition: ElementDefinition,
  { errors, warnings }: Findings,
): void {
  const message = `<${element.name}> has no attribute ${key}`;
  if (key === 'xmlns') checkNamespace(element, warnings);
  else if (key.startsWith('xmlns:')) return;
  else if (element.name === 'PreAnswer')
    errors.push(problemOf(element, `${message}, nor any other.`, 'remove it.'));
  else {
    const guess = didYouMean(key, definition.attributes.keys());
    const fix = guess === undefined ? 'remove it.' : `write ${guess}; names are case-sensitive.`;
    warnings.push(problemOf(element, `${message}; Plivo ignores it.`, fix));
  }
}

/** Plivo's engine of 2015 knew no element in a namespace; nothing says whether Plivo does today. */
function checkNamespace(element: XmlElement, warnings: Problem[]): void {
  const namespace = element.attributes['xmlns']!;
  if (namespace === '') return;
  const message = `<${element.name}> is in the XML namespace ${namespace}, and Plivo may know no such element.`;
  warnings.push(problemOf(element, message, 'remove xmlns; without it the call is safe.'));
}

function checkValue(
  element: XmlElement,
  key: string,
  attribute: Attribute,
  { badValues }: CheckOptions,
  { errors, warnings, whenUsed }: Findings,
): void {
  const value = element.attributes[key]!;
  const message = `${key} of <${element.name}> is "${value}", and it takes ${expectedInXml(attribute)}`;
  const fix = `write a value that it takes, or leave ${key} out.`;
  if (fatalWhenUsed.has(key)) {
    if (value.trim() !== '') whenUsed.push(problemOf(element, `${message}; Plivo cannot request it.`, fix));
  } else if (badValues !== 'ignored' && rejects(element.name, key, attribute, value))
    errors.push(problemOf(element, `${message}.`, fix));
  else warnings.push(problemOf(element, `${message}; ${fallsBackTo(key, attribute, value)}.`, fix));
}

/** Links and paths exist in TSX only; in XML a URL is absolute. */
const expectedInXml = ({ expected }: Attribute) =>
  expected.replace('a link to a level, ', '').replace(', or a path such as "/menu"', '');

const isSsml = (name: string) => /^[a-z]/.test(name);
