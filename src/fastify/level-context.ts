/**
 * The context of one webhook: what any request to a level has, the retry marker and the signal of its client.
 * @module
 */
import type { CallSession } from '../flow/call-session.ts';
import { LevelContext, type LevelRequest } from '../flow/level-context.ts';
import type { LinkPlace } from '../render/output/final-url.ts';
import { setField } from '../render/walk/with-context.ts';
import { withMarker } from './retry-marker.ts';

/** The context of one webhook. */
export class WebhookContext extends LevelContext {
  readonly session: CallSession | undefined;
  // An object, and no private name: a context of <WithContext> is a copy of this one.
  private readonly client: { gone?: AbortController } = {};

  /** @param isRetry whether links to further documents carry the retry marker */
  constructor(request: LevelRequest, isRetry: boolean, session: CallSession | undefined) {
    super(request, isRetry ? markDocumentLink : undefined);
    this.session = session;
  }

  /** Created on first use: few components need it. */
  get signal(): AbortSignal {
    this.client.gone ??= new AbortController();
    return this.client.gone.signal;
  }

  /** Called for a `<WithContext>` that sets another. */
  set signal(value: AbortSignal) {
    setField(this, 'signal', value);
  }

  /** Tells components that no client waits for their document any more. */
  abort(): void {
    this.client.gone?.abort();
  }
}

/** Only a URL that answers with a document leads the caller on; notices and audio files do not. */
const markDocumentLink = (url: string, { urlKind }: LinkPlace): string =>
  urlKind === 'xml' || urlKind === 'xml-sound' ? withMarker(url) : url;
