/**
 * What a caller hears when something went wrong, printed at start.
 * @module
 */
import type { Node } from '../../../jsx-runtime/element.ts';
import type { Method } from '../../elements/url.ts';
import { PlivoJsxError } from '../../errors.ts';
import type { Flow } from '../../flow/flow.ts';
import { methodOf } from '../../flow/level.ts';
import {
  apologyDocument,
  defaultPhrases,
  goOnDocument,
  hangupDocument,
  holdDocument,
  type Phrases,
} from '../../flow/phrases.ts';
import { escapeText } from '../../render/output/escape.ts';
import { render } from '../../render/render.ts';

/** The type that Plivo wants a document to have. */
export const xmlType = 'application/xml; charset=utf-8';

function print(document: Node, baseUrl?: string): string {
  const xml = render(document, { development: true, baseUrl, onWarning: () => {} });
  if (typeof xml === 'string') return xml;
  xml.catch(() => {});
  throw new PlivoJsxError('E_OPTION', {
    option: 'phrases',
    problem: 'has an async component, and an apology cannot wait for one',
    suggestion: 'write its sentences with <Speak> and <Play> alone',
  });
}

/** The apology of an app without flows: a constant that needs nothing to be sent. */
export const plainApology = print(apologyDocument(defaultPhrases));

const hangup = print(hangupDocument);

/** What comes before and after the address in a document that asks to hold. */
function holdOf(said: Phrases, baseUrl: string, method: Method): readonly [string, string] {
  const there = `${baseUrl}/where-to`;
  const [before, after] = print(holdDocument(said, there, method), baseUrl).split(there);
  return [before!, after!];
}

const holdsOf = (said: Phrases, baseUrl: string): Holds => ({
  GET: holdOf(said, baseUrl, 'GET'),
  POST: holdOf(said, baseUrl, 'POST'),
});

type Holds = Readonly<Record<Method, readonly [string, string]>>;

/** What one flow says by itself, for each of its languages. */
export class FallbackDocuments {
  readonly #phrases: ReadonlyMap<string | undefined, Phrases>;
  readonly #apologies: ReadonlyMap<string | undefined, string>;
  readonly #holds: ReadonlyMap<string | undefined, Holds>;
  readonly #begin: Method;
  readonly #publicUrl: string | undefined;
  readonly #onFailure: (error: unknown) => void;

  /**
   * Prints every sentence once, so that one that Plivo would not take is told at start.
   *
   * @param onFailure hears why a sentence that could be printed then cannot be any more: a component in it may fail later
   * @throws {@link RenderError} with the place of that sentence
   */
  constructor(
    { languages, phrases, answer }: Flow,
    publicUrl: string | undefined,
    onFailure: (error: unknown) => void,
  ) {
    this.#begin = methodOf(answer, true);
    this.#onFailure = onFailure;
    const baseUrl = publicUrl ?? 'http://localhost';
    this.#publicUrl = publicUrl;
    this.#phrases = new Map([undefined, ...languages].map((lang) => [lang, phrases(lang)]));
    this.#apologies = new Map(
      [...this.#phrases].map(([lang, said]) => [lang, print(apologyDocument(said), baseUrl)]),
    );
    this.#holds = new Map([...this.#phrases].map(([lang, said]) => [lang, holdsOf(said, baseUrl)]));
    for (const { oneMoment, startOver } of this.#phrases.values())
      for (const said of [oneMoment, startOver]) print(goOnDocument(said, '/', 'POST'), baseUrl);
  }

  /** Ends the call without a word: nobody hears it any more. */
  get hangup(): string {
    return hangup;
  }

  /** Asks to hold, waits, and asks the same again; made of ready pieces, since it is for times without any to spare. */
  hold(lang: unknown, href: string, baseUrl: string, method: Method): string {
    const holds = this.#holds.get(lang as string) ?? this.#holds.get(undefined)!;
    const [before, after] = holds[method];
    return `${before}${escapeText(baseUrl + href)}${after}`;
  }

  /** The apology in a language; in the flow's own words when the language is unknown. */
  apology(lang: unknown, baseUrl: string): string {
    // For local use the address is known with the request only, and a recording may be at it.
    if (this.#publicUrl === undefined) return this.#printed(lang, (said) => apologyDocument(said), baseUrl);
    return this.#apologies.get(lang as string) ?? this.#apologies.get(undefined)!;
  }

  /** Says that it takes a moment, and tries the same step again. */
  oneMoment(lang: unknown, href: string, baseUrl: string, method: Method): string {
    return this.#printed(lang, ({ oneMoment }) => goOnDocument(oneMoment, href, method), baseUrl);
  }

  /** Goes back to where the flow begins. */
  startOver(lang: unknown, href: string, baseUrl: string): string {
    return this.#printed(lang, ({ startOver }) => goOnDocument(startOver, href, this.#begin), baseUrl);
  }

  /** In the words of the flow or, when they fail, in ours: whoever asks has nothing else to say. */
  #printed(lang: unknown, document: (said: Phrases) => Node, baseUrl: string): string {
    try {
      return print(document(this.#phrasesIn(lang)), baseUrl);
    } catch (error) {
      this.#onFailure(error);
      return print(document(defaultPhrases), baseUrl);
    }
  }

  #phrasesIn(lang: unknown): Phrases {
    return this.#phrases.get(lang as string) ?? this.#phrases.get(undefined)!;
  }
}
