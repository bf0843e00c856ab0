/**
 * What the components of a level can read and report beside their props.
 * @module
 */
import type { Context } from '../render/context.ts';
import type { LinkPlace } from '../render/output/final-url.ts';
import type { Call } from '../webhook/call.ts';
import { withMarker } from './retry-marker.ts';

/** The context of one webhook. */
export class LevelContext implements Context {
  readonly baseUrl: string;
  readonly call: Call;
  readonly level: string;
  readonly resolveLink: Context['resolveLink'];
  /** Whether a component reported a no-match. */
  isNoMatch = false;
  #abortController: AbortController | undefined;

  /** @param isRetry whether links to further documents carry the retry marker */
  constructor(baseUrl: string, call: Call, level: string, isRetry: boolean) {
    this.baseUrl = baseUrl;
    this.call = call;
    this.level = level;
    this.resolveLink = isRetry ? markDocumentLink : undefined;
  }

  readonly noMatch = () => {
    this.isNoMatch = true;
  };

  /** Created on first use: few components need it. */
  get signal(): AbortSignal {
    this.#abortController ??= new AbortController();
    return this.#abortController.signal;
  }

  /** Tells components that no client waits for their document any more. */
  abort(): void {
    this.#abortController?.abort();
  }
}

/** Only a URL that answers with a document leads the caller on; notices and audio files do not. */
const markDocumentLink = (url: string, { urlKind }: LinkPlace): string =>
  urlKind === 'xml' || urlKind === 'xml-sound' ? withMarker(url) : url;
