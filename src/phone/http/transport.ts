/**
 * How the phone sends requests: one function, so that a test can answer them in the same process.
 * @module
 */
import type { Method } from '../../elements/url.ts';
import type { Failure } from '../../failures.ts';

/** A request for a {@link Transport} to send. */
export interface TransportRequest {
  readonly method: Method;
  /** Absolute, without a fragment. */
  readonly url: string;
  /** In lower case; with the signature when a token was given. */
  readonly headers: { readonly [name: string]: string };
  /** The form of a POST; a GET has its parameters in the URL. */
  readonly body: string | undefined;
  /** The limit for connecting, in milliseconds of real time. */
  readonly connectTimeout: number;
  /** The limit for the reply after the connection was made, in milliseconds of real time. */
  readonly readTimeout: number;
  /** The number of bytes of the reply that are needed; the rest may be left unread. */
  readonly maxBytes: number;
  /** Aborted when the call is over and the reply is no longer needed. */
  readonly signal?: AbortSignal | undefined;
}

/** The reply of a server. */
export interface TransportReply {
  readonly status: number;
  /** In lower case. */
  readonly headers: { readonly [name: string]: string | readonly string[] | number | undefined };
  /** Bytes, which are decoded as the content type says, or text. */
  readonly body: string | Uint8Array;
  /** The call time that the reply took, in seconds; more than the read timeout counts as no reply. Default: 0. */
  readonly seconds?: number | undefined;
  /**
   * The failures of the app that led to this reply, which is a good one: an apology, or the empty reply to a notice. Default:
   * what the header `x-plivo-jsx-failure` says, which apps of plivo-jsx send in development.
   */
  readonly failures?: readonly Failure[] | undefined;
}

/**
 * Sends one request, once. Any error counts as unreachable; a {@link TransportFailure} says why.
 *
 * @example
 * ```ts
 * import { startCall, type Transport } from 'plivo-jsx/phone';
 *
 * const transport: Transport = async () => ({
 *   status: 200,
 *   headers: { 'content-type': 'text/xml' },
 *   body: '<Response><Speak>Hello.</Speak></Response>',
 * });
 * const call = await startCall('https://ivr.example.com/', { transport });
 * ```
 */
export type Transport = (request: TransportRequest) => Promise<TransportReply>;

/** What else is known of a {@link TransportFailure}. */
export interface TransportFailureOptions {
  /** The error below it, such as that of a socket. */
  readonly cause?: unknown;
  /** What to do about it. Default: advice about the connection. */
  readonly fix?: string;
}

/**
 * Why there is no reply. `ct`: no connection was made. `rt`: the reply was not complete in time. The words are those of
 * Plivo's retry options.
 *
 * @example
 * ```ts
 * import { TransportFailure, type Transport } from 'plivo-jsx/phone';
 *
 * const unreachable: Transport = async () => {
 *   throw new TransportFailure('ct', 'no connection (ECONNREFUSED)');
 * };
 * ```
 */
export class TransportFailure extends Error {
  readonly reason: 'ct' | 'rt';
  /** What to do about it, when it is not about the connection. */
  readonly fix: string | undefined;

  constructor(reason: 'ct' | 'rt', message: string, { fix, ...options }: TransportFailureOptions = {}) {
    super(message, options);
    this.name = 'TransportFailure';
    this.reason = reason;
    this.fix = fix;
  }
}
