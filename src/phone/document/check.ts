/**
 * Checks a whole document before it runs, as Plivo does.
 * @module
 */
import type { Attribute } from '../../elements/attribute.ts';
import { definitions, type ElementDefinition } from '../../elements/define-element.ts';
import { speaks } from '../../elements/languages.ts';
import { notPlivo } from '../../elements/not-plivo.ts';
import { didYouMean } from '../../did-you-mean.ts';
import type { Problem } from './problem.ts';
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

/**
 * Checks names, nesting and attributes of a document.
 *
 * @param baseUrl the origin that paths are resolved against, where they are taken for URLs
 */
export function checkXmlDocument(root: XmlElement, baseUrl?: string): Verdict {
  const errors: Problem[] = [];
  const warnings: Problem[] = [];
  const whenUsed: Problem[] = [];
  const at = ({ line, column }: XmlElement) => ({ line, column });
  if (root.name !== 'Response') {
    const message = `The document begins with <${root.name}>, and Plivo wants <Response>.`;
    const fix = /^(.*:)?response$/i.test(root.name)
      ? 'write <Response>, with a capital R and no prefix.'
      : 'put everything into one <Response>.';
    return { error: { message, fix, ...at(root) }, warnings, whenUsed };
  }
  const visit = (element: XmlElement, definition: ElementDefinition) => {
    attributes(element, definition, baseUrl, { errors, warnings, whenUsed });
    if (element.name === 'Speak') voice(element, errors, warnings);
    if (element.text !== '' && !definition.content.kind.includes('text')) {
      const message = `<${element.name}> has text inside, which Plivo ignores.`;
      const into = element.name === 'Dial' ? 'put a number into a <Number>' : 'move it into a <Speak>';
      warnings.push({ message, fix: `${into}, or remove it.`, ...at(element) });
    }
    for (const child of element.children) {
      const known = definitions.get(child.name);
      const place = definition.holds.get(child.name);
      if (known === undefined) errors.push({ ...unknown(child.name), ...at(child) });
      else if (place === undefined) errors.push({ ...misplaced(child.name, definition), ...at(child) });
      else {
        if (place === 'sdk') {
          const message = `<${child.name}> inside <${element.name}> is known to some of Plivo's SDKs, not to its documentation.`;
          warnings.push({ message, fix: 'try it on a real call.', ...at(child) });
        }
        visit(child, known);
      }
    }
  };
  visit(root, definitions.get('Response')!);
  return { error: errors[0], warnings, whenUsed };
}

function unknown(name: string): Problem {
  const message = `There is no Plivo element <${name}>.`;
  const instead = notPlivo.get(name);
  if (instead !== undefined) return { message, fix: `${instead}.` };
  const guess = didYouMean(name, definitions.keys());
  return { message, fix: guess === undefined ? 'remove it.' : `write <${guess}>; names are case-sensitive.` };
}

function misplaced(name: string, { name: parent, content }: ElementDefinition): Problem {
  const takes =
    content.children.length === 0
      ? 'no elements'
      : `only ${content.children.map((child) => `<${child}>`).join(', ')}`;
  return {
    message: `<${name}> cannot be inside <${parent}>.`,
    fix: `move it before or after the <${parent}>, which takes ${takes}.`,
  };
}

function voice(speak: XmlElement, errors: Problem[], warnings: Problem[]): void {
  const { line, column } = speak;
  const { voice: name = 'WOMAN', language } = speak.attributes;
  const verdict = speaks(name, language);
  if (verdict === 'not this language') {
    const message = `The voice ${name} does not speak ${language}.`;
    errors.push({ message, fix: 'choose a language that the voice offers, or another voice.', line, column });
  } else if (verdict === 'unknown voice' && name.startsWith('Polly.')) {
    const message = `${name} is not among the Polly voices that Plivo lists.`;
    warnings.push({
      message,
      fix: 'check the name; newer voices may work without being listed.',
      line,
      column,
    });
  }
  if (speak.children.length > 0 && !name.startsWith('Polly.')) {
    const message = `SSML is honoured with a Polly voice only, and this <Speak> has ${name}.`;
    warnings.push({ message, fix: 'add a voice such as voice="Polly.Joanna".', line, column });
  }
}

/** A wrong URL or method here ends the call with its own code, but only when it is used. */
const fatalWhenUsed = new Set(['action', 'method', 'onExitActionUrl', 'onExitActionMethod']);

function attributes(
  element: XmlElement,
  definition: ElementDefinition,
  baseUrl: string | undefined,
  { errors, warnings, whenUsed }: { readonly [List in 'errors' | 'warnings' | 'whenUsed']: Problem[] },
): void {
  const { name, line, column } = element;
  for (const [key, value] of Object.entries(element.attributes)) {
    const attribute = definition.attributes.get(key);
    if (attribute === undefined) {
      const guess = didYouMean(key, definition.attributes.keys());
      const fix = guess === undefined ? 'remove it.' : `write ${guess}; names are case-sensitive.`;
      const message = `<${name}> has no attribute ${key}`;
      if (name === 'PreAnswer')
        errors.push({ message: `${message}, nor any other.`, fix: 'remove it.', line, column });
      else if (!key.startsWith('xmlns'))
        warnings.push({ message: `${message}; Plivo ignores it.`, fix, line, column });
      continue;
    }
    if (attribute.print(value, baseUrl) !== undefined) continue;
    const message = `${key} of <${name}> is "${value}", and it takes ${taken(attribute)}`;
    const problem = { fix: `write a value that it takes, or leave ${key} out.`, line, column };
    if (fatalWhenUsed.has(key)) {
      if (value.trim() !== '') whenUsed.push({ message: `${message}; Plivo cannot request it.`, ...problem });
    } else if (isFatal(attribute, value)) errors.push({ message: `${message}.`, ...problem });
    else warnings.push({ message: `${message}; ${fallsBackTo(attribute, value)}.`, ...problem });
  }
  for (const key of definition.required) {
    if (element.attributes[key] !== undefined || fatalWhenUsed.has(key)) continue;
    const takes = definition.attributes.get(key)!.expected;
    const problem = {
      message: `<${name}> has no ${key}.`,
      fix: `add ${key}; it takes ${takes}.`,
      line,
      column,
    };
    if (definition.content.kind === 'text+elements' || isSsml(name)) warnings.push(problem);
    else errors.push(problem);
  }
  if (name === 'Play' && definition.content.print?.(element.text, baseUrl) === undefined) {
    const message = element.text === '' ? '<Play> is empty.' : '<Play> has no absolute URL.';
    errors.push({
      message,
      fix: 'write the whole address of an mp3 or wav file, such as https://example.com/hello.mp3.',
      line,
      column,
    });
  }
}

/** Links and paths exist in TSX only; in XML a URL is absolute. */
const taken = ({ expected }: Attribute) =>
  expected.replace('a link to a level, ', '').replace(', or a path such as "/menu"', '');

const isSsml = (name: string) => /^[a-z]/.test(name);

/** An unknown word, or a number below the minimum, rejects the document. */
function isFatal({ kind, min }: Attribute, value: string): boolean {
  if (kind === 'enum' || kind === 'enum|polly') return true;
  if (kind !== 'integer' && kind !== 'integer|enum') return false;
  return /^-?\d+$/.test(value) && min !== undefined && Number(value) < min;
}

function fallsBackTo({ kind, default: usual, max }: Attribute, value: string): string {
  if (kind === 'boolean') return 'only "true" counts as true';
  if (max !== undefined && Number(value) > max) return `${max} is taken`;
  return usual === undefined ? 'it is left out' : `"${usual}" is taken`;
}
