/**
 * The facts of errors about elements, for those who render documents and those who read them.
 * @module
 */
import { didYouMean } from '../did-you-mean.ts';
import type { FactsOf } from '../errors.ts';
import { definitions, type ElementDefinition } from './define-element.ts';
import { notPlivo } from './not-plivo.ts';

/** Names as the end of a sentence: `a, b or c`. */
export const oneOrTheOther = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

const tagNames = (names: Iterable<string>) => oneOrTheOther([...names].map((name) => `<${name}>`));

/** The content that an element takes, in words. */
export function expectedInside({ content, holds }: ElementDefinition): string {
  if (content.kind === 'none') return 'nothing inside';
  const documented = [...holds].filter(([, evidence]) => evidence === 'docs').map(([name]) => name);
  if (content.kind === 'elements') return tagNames(documented);
  return content.kind === 'text' ? content.expected : `text, ${tagNames(documented)}`;
}

/**
 * Facts about a tag that is not an element of Plivo.
 *
 * @param otherwise what to do when no element has a similar name
 */
export function unknownElement(name: string, otherwise: string): FactsOf<'E_ELEMENT'> {
  const suggestion = notPlivo.get(name);
  const guess = suggestion === undefined ? didYouMean(name, definitions.keys()) : undefined;
  return {
    element: name,
    guess: guess && `<${guess}>`,
    suggestion: suggestion ?? (guess ? `write <${guess}>` : otherwise),
  };
}
