/**
 * How the phone reaches a server: one function, so that a test can answer in process.
 * @module
 */
import type { Method } from '../../elements/url.ts';

/** A request that the phone wants sent. */
export interface TransportRequest {
  readonly method: Method;
  /** Absolute, without a fragment. */
  readonly url: string;
  /** In lower case; with the signature when a token was given. */
  readonly headers: { readonly [name: string]: string };
  /** The form of a POST; a GET has its parameters in the URL. */
  readonly body: string | undefined;
  /** How long connecting may take, in milliseconds of real time. */
  readonly connectTimeout: number;
  /** How long the reply may take from then on, in milliseconds of real time. */
  readonly readTimeout: number;
  /** The most bytes of the reply that are needed; the rest may be left unread. */
  readonly maxBytes: number;
  /** Aborted when nobody waits for the reply any more, since the call is over. */
  readonly signal?: AbortSignal | undefined;
}

/** What a server replied. */
export interface TransportReply {
  readonly status: number;
  /** In lower case. */
  readonly headers: { readonly [name: string]: string | readonly string[] | number | undefined };
  /** As bytes, which are read as the content type says, or as text. */
  readonly body: string | Uint8Array;
  /** How much call time the reply took, in seconds; more than the read timeout counts as none. Default: 0. */
  readonly seconds?: number | undefined;
}

/** Sends one request, once. What it throws counts as unreachable; a {@link TransportFailure} says why. */
export type Transport = (request: TransportRequest) => Promise<TransportReply>;

/** Why there is no reply: no connection was made (`ct`), or nothing was read in time (`rt`). The words are those of Plivo's retry options. */
export class TransportFailure extends Error {
  readonly reason: 'ct' | 'rt';

  constructor(reason: 'ct' | 'rt', message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'TransportFailure';
    this.reason = reason;
  }
}
