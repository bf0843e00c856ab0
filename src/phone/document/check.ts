/**
 * Checks a whole document before it runs, as Plivo does.
 * @module
 */
import { definitions, type ElementDefinition } from '../../elements/define-element.ts';
import { expectedInside, unknownElement } from '../../elements/element-facts.ts';
import { checkAttributes } from './check-attributes.ts';
import { checkVoice } from './check-voice.ts';
import { errorOf, problemOf, type CheckOptions, type Findings, type Problem } from './problem.ts';
import type { XmlElement } from './read-xml.ts';
// The declarations themselves, so that the table of them is filled.
import '../../elements/index.ts';

/** What was found: the first `error` rejects the document, warnings are only reported. */
export interface Verdict {
  readonly error: Problem | undefined;
  readonly warnings: readonly Problem[];
  /** Addresses and methods that end the call, but only when they are used. */
  readonly whenUsed: readonly Problem[];
}

/** Checks names, nesting and attributes of a document. */
export function checkXmlDocument(root: XmlElement, options: CheckOptions = {}): Verdict {
  const findings: Findings = { errors: [], warnings: [], whenUsed: [] };
  if (root.name === 'Response') checkElement(root, definitions.get('Response')!, options, findings);
  else findings.errors.push(wrongRoot(root));
  const { errors, warnings, whenUsed } = findings;
  return { error: errors[0], warnings, whenUsed };
}

function checkElement(
  element: XmlElement,
  definition: ElementDefinition,
  options: CheckOptions,
  findings: Findings,
): void {
  checkAttributes(element, definition, options, findings);
  if (element.name === 'Speak') checkVoice(element, definition, findings);
  if (element.text === '' && isRoom(element.name)) {
    const { expected } = definition.content;
    findings.errors.push(errorOf(element, 'E_EMPTY', { element: element.name, expected }));
  }
  if (element.text !== '' && !definition.content.kind.includes('text')) {
    const message = `<${element.name}> has text inside, which Plivo ignores.`;
    const into = element.name === 'Dial' ? 'put a number into a <Number>' : 'move it into a <Speak>';
    findings.warnings.push(problemOf(element, message, `${into}, or remove it.`));
  }
  for (const child of element.children) {
    const known = definitions.get(child.name);
    const facts = { element: child.name, parent: element.name, expected: expectedInside(definition) };
    const evidence = definition.holds.get(child.name);
    if (known === undefined)
      findings.errors.push(errorOf(child, 'E_ELEMENT', unknownElement(child.name, 'remove it')));
    else if (evidence === undefined) findings.errors.push(errorOf(child, 'E_NESTING', facts));
    else {
      if (evidence === 'sdk') findings.warnings.push(errorOf(child, 'E_SDK_NESTING', facts));
      checkElement(child, known, options, findings);
    }
  }
}

const isRoom = (name: string) => name === 'Conference' || name === 'MultiPartyCall';

function wrongRoot(root: XmlElement): Problem {
  const message = `The document begins with <${root.name}>, and Plivo wants <Response>.`;
  const fix = /^(.*:)?response$/i.test(root.name)
    ? 'write <Response>, with a capital R and no prefix.'
    : 'put everything into one <Response>.';
  return problemOf(root, message, fix);
}
