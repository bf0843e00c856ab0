/**
 * Fallback documents: what a caller hears when a level cannot answer. Flows and plain routes use the same.
 * @module
 */
import type { Node } from '../../../jsx-runtime/element.ts';
import type { Method } from '../../elements/url.ts';
import { PlivoJsxError } from '../../errors.ts';
import type { Flow } from '../../flow/flow.ts';
import { knownLanguage } from '../../flow/languages.ts';
import { methodOf } from '../../flow/level.ts';
import {
  apologyDocument,
  defaultPhrases,
  redirectDocument,
  hangupDocument,
  holdDocument,
  type Phrases,
} from '../../flow/phrases.ts';
import type { Context } from '../../render/context.ts';
import { render } from '../../render/render.ts';

/** The content type of a document. */
export const xmlType = 'application/xml; charset=utf-8';

type PhraseContext = Pick<Context, 'language' | 'languages' | 'catalogue'>;

function print(document: Node, baseUrl?: string, context: PhraseContext = {}): string {
  const xml = render(document, { development: true, baseUrl, context, onWarning: () => {} });
  if (typeof xml === 'string') return xml;
  xml.catch(() => {});
  throw new PlivoJsxError('E_OPTION', {
    option: 'phrases',
    problem: 'has an async component, and an apology cannot wait for one',
    suggestion: 'write its sentences with <Speak> and <Play> alone',
  });
}

/** The apology of routes without a flow: a constant, so that nothing can fail when it is needed. */
export const plainApology = print(apologyDocument(defaultPhrases));

const hangup = print(hangupDocument);

/** The fallback documents of one flow, in each of its languages. */
export class FallbackDocuments {
  readonly #phrases: ReadonlyMap<string | undefined, Phrases>;
  readonly #apologies: ReadonlyMap<string | undefined, string>;
  readonly #flow: Flow;
  readonly #firstMethod: Method;
  readonly #publicUrl: string | undefined;
  readonly #onFailure: (error: unknown) => void;

  /**
   * Renders every document once, so that a phrase that is not valid is reported at start.
   *
   * @param onFailure receives the error when a phrase fails later; the default phrase is used then
   * @throws {@link RenderError} with the place of the phrase
   */
  constructor(flow: Flow, publicUrl: string | undefined, onFailure: (error: unknown) => void) {
    const { languages, phrases, firstLevel } = flow;
    this.#flow = flow;
    this.#firstMethod = methodOf(firstLevel);
    this.#onFailure = onFailure;
    const baseUrl = publicUrl ?? 'http://localhost';
    this.#publicUrl = publicUrl;
    this.#phrases = new Map([undefined, ...languages].map((lang) => [lang, phrases(lang)]));
    this.#apologies = new Map(
      [...this.#phrases].map(([lang, said]) => [
        lang,
        print(apologyDocument(said), baseUrl, this.#contextIn(lang)),
      ]),
    );
    for (const [lang, { oneMoment, startOver }] of this.#phrases)
      for (const said of [oneMoment, startOver])
        print(redirectDocument(said, '/', 'POST'), baseUrl, this.#contextIn(lang));
  }

  /** Ends the call in silence. */
  get hangupDocument(): string {
    return hangup;
  }

  /** Asks the caller to hold, waits, and requests the same URL again. */
  holdDocument(lang: unknown, href: string, baseUrl: string, method: Method): string {
    return this.#printed(lang, (phrases) => holdDocument(phrases, baseUrl + href, method), baseUrl);
  }

  /** Apologises and ends the call; an unknown language gets the phrases for no language. */
  apologyDocument(lang: unknown, baseUrl: string): string {
    // Without a public URL, the base URL of a recording is only known from the request.
    if (this.#publicUrl === undefined) return this.#printed(lang, apologyDocument, baseUrl);
    return this.#apologies.get(lang as string) ?? this.#apologies.get(undefined)!;
  }

  /** Asks the caller to wait, and requests a URL again. */
  retryDocument(lang: unknown, href: string, baseUrl: string, method: Method): string {
    return this.#printed(lang, ({ oneMoment }) => redirectDocument(oneMoment, href, method), baseUrl);
  }

  /** Says that the flow starts over, and requests its first level. */
  startOverDocument(lang: unknown, href: string, baseUrl: string): string {
    return this.#printed(
      lang,
      ({ startOver }) => redirectDocument(startOver, href, this.#firstMethod),
      baseUrl,
    );
  }

  /** Uses the phrases of the flow or, when they fail, the default phrases. */
  #printed(lang: unknown, document: (phrases: Phrases) => Node, baseUrl: string): string {
    try {
      return print(document(this.#phrasesIn(lang)), baseUrl, this.#contextIn(lang));
    } catch (error) {
      this.#onFailure(error);
      return print(document(defaultPhrases), baseUrl);
    }
  }

  /** What the components of a phrase know. */
  #contextIn(lang: unknown): PhraseContext {
    const { languages, catalogue } = this.#flow;
    return { language: knownLanguage(lang, languages), languages, catalogue };
  }

  #phrasesIn(lang: unknown): Phrases {
    return this.#phrases.get(lang as string) ?? this.#phrases.get(undefined)!;
  }
}
