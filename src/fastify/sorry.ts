/**
 * What a caller hears when something went wrong, printed at start.
 * @module
 */
import type { Node } from '../../jsx-runtime/element.ts';
import type { Flow } from '../flow/flow.ts';
import { apologyDocument, defaultPhrases, goOnDocument, type Phrases } from '../flow/phrases.ts';
import { render } from '../render/render.ts';

/** The type that Plivo wants a document to have. */
export const xmlType = 'application/xml; charset=utf-8';

const print = (document: Node, baseUrl?: string) =>
  render(document, { development: true, baseUrl, onWarning: () => {} }) as string;

/** The apology of an app without flows: a constant that needs nothing to be sent. */
export const plainApology = print(apologyDocument(defaultPhrases));

/** What one flow says by itself, for each of its languages. */
export class Sorry {
  readonly #phrases: ReadonlyMap<string | undefined, Phrases>;
  readonly #apologies: ReadonlyMap<string | undefined, string>;

  constructor({ languages, phrases }: Pick<Flow, 'languages' | 'phrases'>) {
    this.#phrases = new Map([undefined, ...languages].map((lang) => [lang, phrases(lang)]));
    this.#apologies = new Map([...this.#phrases].map(([lang, said]) => [lang, print(apologyDocument(said))]));
  }

  /** The apology in a language; in the flow's own words when the language is unknown. */
  apology(lang: unknown): string {
    return this.#apologies.get(lang as string) ?? this.#apologies.get(undefined)!;
  }

  /** Says that it takes a moment, and tries the same step again. */
  oneMoment(lang: unknown, href: string, baseUrl: string): string {
    return print(goOnDocument(this.#phrasesIn(lang).oneMoment, href), baseUrl);
  }

  /** Goes back to where the flow begins. */
  startOver(lang: unknown, href: string, baseUrl: string): string {
    return print(goOnDocument(this.#phrasesIn(lang).startOver, href), baseUrl);
  }

  #phrasesIn(lang: unknown): Phrases {
    return this.#phrases.get(lang as string) ?? this.#phrases.get(undefined)!;
  }
}
