/**
 * Checks the choices of a menu: each has a key of its own, and the prompt tells the caller that key.
 * @module
 */
import { JsxElement, type Node } from '../../jsx-runtime/element.ts';
import type { FactsOf } from '../errors.ts';
import type { Context } from '../render/context.ts';
import { DocumentError } from '../render/explain/problem.ts';
import type { Key } from '../elements/telephone-key.ts';
import type { Found } from './expand.ts';
import { speak } from './prompt.ts';
import type { Prompt } from './say.ts';
import { textIn } from './text-in.ts';
import { spokenKeys } from '../elements/spoken-key.ts';
import { isSameWords } from './words.ts';
import { wordsOf } from './words-of.ts';

/** The keys of a telephone. */
const keys = /^[0-9*#]$/;

/**
 * Nodes that report what is wrong with the choices of a menu, each at the place of its choice; none when all are right.
 *
 * @param development whether words and prompts are checked too, which takes time
 */
export function faultsOf(found: readonly Found[], development: boolean): readonly Node[] {
  const taken = new Set<string>();
  const words: string[] = [];
  const faults: Node[] = [];
  for (const { element, context } of found) {
    const { digit, children } = element.props as { readonly digit: Key; readonly children?: Prompt };
    const own = development ? wordsOf({ element, context }) : [];
    const fault =
      keyFault(digit, taken) ??
      (development ? (wordsFault(own, words) ?? promptFault(digit, children, context)) : undefined);
    if (fault !== undefined) faults.push(faultAt(element, { component: nameOf(element), ...fault }));
    taken.add(digit);
    words.push(...own);
  }
  return faults;
}

const nameOf = ({ type }: JsxElement) => (type as Function).name;

type Fault = { readonly problem: string; readonly suggestion: string };

function keyFault(digit: unknown, taken: ReadonlySet<string>): Fault | undefined {
  if (typeof digit !== 'string' || !keys.test(digit))
    return { problem: 'has no key of a telephone', suggestion: 'give digit one of 0 to 9, * and #' };
  if (!taken.has(digit)) return undefined;
  return {
    problem: `has the key ${digit} that a choice before it has`,
    suggestion: 'give each choice a key of its own',
  };
}

/** Words that two choices have choose none. */
function wordsFault(own: readonly string[], taken: readonly string[]): Fault | undefined {
  const twice = own.find((each) => taken.some((other) => isSameWords(each, other)));
  if (twice === undefined) return undefined;
  return {
    problem: `says "${twice}", as a choice before it does`,
    suggestion: 'give each choice words of its own',
  };
}

function promptFault(digit: Key, prompt: Prompt, context: Context): Fault | undefined {
  const said = spokenKeys(textIn(speak(prompt), context));
  if (said.size === 0 || said.has(digit)) return undefined;
  const problem = `has the key ${digit}, and tells the caller to press ${[...said].join(' or ')}`;
  return { problem, suggestion: 'say the key that digit has' };
}

/** An element that fails with the name and the place of another. */
function faultAt(element: JsxElement, facts: FactsOf<'E_CHOICES'>): JsxElement {
  const fail = (): never => {
    throw new DocumentError('E_CHOICES', facts);
  };
  Object.defineProperty(fail, 'name', { value: nameOf(element) });
  return new JsxElement(fail, {}, element.source);
}
