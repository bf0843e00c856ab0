/**
 * A sentence in all languages of its catalogue. Only where it is printed is one of them chosen.
 * @module
 */
import { JsxElement, type Node } from '../../jsx-runtime/element.ts';
import { PlivoJsxError } from '../errors.ts';
import type { Context } from '../render/context.ts';
import { DocumentError } from '../render/explain/problem.ts';
import type { CatalogueFacts } from './catalogue.ts';

/** The text of a sentence in one language. */
type Text = Node | ((...args: readonly unknown[]) => Node);

/** The text of a sentence, by language. */
interface Texts {
  readonly [language: string]: Text;
}

/** How deep in a prompt a sentence is found that tells its catalogue. */
const deepest = 16;

/**
 * A sentence of a {@link catalogue}: it stands in `<Say>`, where other elements of the prompt may stand too.
 *
 * @example
 * ```tsx
 * import { Say, type Sentence } from 'plivo-jsx';
 *
 * const Apology = ({ reason }: { reason: Sentence }) => <Say>{reason}</Say>;
 * ```
 */
export class Sentence extends JsxElement {
  /** What its catalogue knows. */
  readonly facts: CatalogueFacts;

  constructor(facts: CatalogueFacts, component: SentenceComponent, args: readonly unknown[]) {
    super(component, { args }, undefined);
    this.facts = facts;
    // No part of the element: `console.log` would show it.
    Object.defineProperty(this, 'facts', { enumerable: false });
  }

  /** The first sentence among the children of an element. */
  static firstIn(children: unknown, depth = 0, seen = new Set<unknown>()): Sentence | undefined {
    if (children instanceof Sentence) return children;
    // A list may contain itself; the renderer reports that.
    if (depth === deepest) return undefined;
    if (children instanceof JsxElement) return Sentence.firstIn(children.props['children'], depth + 1, seen);
    if (!Array.isArray(children) || seen.has(children)) return undefined;
    seen.add(children);
    for (const child of children) {
      const found = Sentence.firstIn(child, depth + 1, seen);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Throws: in a template text a sentence would become `[object Object]`. */
  override toString(): never {
    const { name } = this.type as SentenceComponent;
    throw new PlivoJsxError('E_SENTENCE', {
      sentence: name,
      problem: 'was made a text before the language of the call is known',
      suggestion: 'write it between tags, such as <Say>{t.hello} {t.goodbye}</Say>, not in a template text',
    });
  }
}

type SentenceComponent = (props: { readonly args: readonly unknown[] }, context: Context) => Node;

/** Creates a sentence, or the function that makes one of its arguments. */
export function createSentence(
  facts: CatalogueFacts,
  name: string,
  texts: Texts,
): Sentence | ((...args: readonly unknown[]) => Sentence) {
  const component: SentenceComponent = ({ args }, context) => {
    const text = textIn(facts, name, texts, context);
    return typeof text === 'function' ? text(...args) : text;
  };
  // Errors show the name of the component.
  Object.defineProperty(component, 'name', { value: name });
  return typeof texts[facts.languages[0]] === 'function'
    ? (...args) => new Sentence(facts, component, args)
    : new Sentence(facts, component, []);
}

function textIn({ languages }: CatalogueFacts, sentence: string, texts: Texts, { speaking }: Context): Text {
  if (speaking === undefined)
    throw new DocumentError('E_SENTENCE', {
      sentence,
      problem: 'is not in <Say>, which knows the language of the call and its voice',
      suggestion: 'write <Say> instead of <Speak>, and <Sms> instead of <Message>',
    });
  const { language } = speaking;
  if (language === undefined)
    throw new DocumentError('E_SENTENCE', {
      sentence,
      problem: 'is in a component inside of <Say>, which therefore does not know its catalogue',
      suggestion: 'give the flow its catalogue, or write the sentence between the tags of <Say>',
    });
  if (!languages.includes(language))
    throw new DocumentError('E_SENTENCE', {
      sentence,
      problem: `has no text in the language ${language}: it is of another catalogue than that of the flow`,
      suggestion: `add the language to its catalogue, which has ${languages.join(', ')}`,
    });
  return texts[language];
}
