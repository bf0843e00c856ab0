/**
 * Requests a document as Plivo does when a call arrives.
 * @module
 */
import { randomUUID } from 'node:crypto';
import { signRequest } from '../../../webhook/signature/sign.ts';
import { httpTransport } from '../../../phone/http/http-transport.ts';
import { maxBytes, replyText } from '../../../phone/http/reply-text.ts';
import { TransportFailure } from '../../../phone/http/transport.ts';

/** A reply, or why there is none. */
export type Outcome = Reply | TransportFailure;

/** A reply. */
export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly location: string;
  /** The document; only its first part when it is too large. */
  readonly body: string;
  readonly milliseconds: number;
}

/** How long Plivo waits for a connection, and for a reply, in milliseconds. */
const [connectTimeout, readTimeout] = [5000, 15_000];

// Numbers that are reserved for fiction.
const from = { From: '15550100100', To: '15550100101', Direction: 'inbound', CallStatus: 'ringing' };

/**
 * Sends one request.
 *
 * @param sign the token to sign with, and the address to sign if it is not the URL; without it the request has no signature
 */
export async function sendRequest(
  url: string,
  sign?: { readonly token: string; readonly address?: string },
): Promise<Outcome> {
  const params = { CallUUID: `doctor-${randomUUID()}`, ...from, Event: 'StartApp' };
  const signed = sign && signRequest({ method: 'POST', url: sign.address ?? url, params }, sign.token);
  const startedAt = performance.now();
  try {
    const reply = await httpTransport({
      method: 'POST',
      url,
      headers: {
        'user-agent': 'Plivo',
        accept: 'text/xml, application/xml',
        'content-type': 'application/x-www-form-urlencoded',
        ...signed,
      },
      body: new URLSearchParams(params).toString(),
      connectTimeout,
      readTimeout,
      maxBytes,
    });
    const milliseconds = Math.round(performance.now() - startedAt);
    const { status, headers } = reply;
    const header = (name: string) => String(headers[name] ?? '');
    const { text: body } = replyText(reply);
    return { status, contentType: header('content-type'), location: header('location'), body, milliseconds };
  } catch (error) {
    return error instanceof TransportFailure
      ? error
      : new TransportFailure('ct', String(error), { cause: error });
  }
}

/** There is no reply. */
export const isFailure = (outcome: Outcome): outcome is TransportFailure =>
  outcome instanceof TransportFailure;

/** The server takes the request for a forged one. */
export const isRejection = ({ status }: Reply) => status === 401 || status === 403;

/** Plivo would use this reply as its document. */
export const isAccepted = (outcome: Outcome) =>
  !isFailure(outcome) && outcome.status >= 200 && outcome.status < 300;
