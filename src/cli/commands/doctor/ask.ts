/**
 * Asks for a document as Plivo does when a call comes in.
 * @module
 */
import { randomUUID } from 'node:crypto';
import { signRequest } from '../../../webhook/signature/sign.ts';
import { httpTransport } from '../../../phone/http/http-transport.ts';
import { maxBytes, replyText } from '../../../phone/http/reply-text.ts';
import { TransportFailure } from '../../../phone/http/transport.ts';

/** What came of it. */
export type Asked = Reply | TransportFailure;

/** A reply. */
export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly location: string;
  /** Of a document that is too large, the first part. */
  readonly body: string;
  readonly milliseconds: number;
}

/** Limits in milliseconds: what Plivo waits for a connection, and for a reply. */
const [connectTimeout, readTimeout] = [5000, 15_000];

// Numbers that nobody can have: fiction uses them.
const from = { From: '15550100100', To: '15550100101', Direction: 'inbound', CallStatus: 'ringing' };

/**
 * Asks once.
 *
 * @param url where
 * @param sign the token to sign with, and the address to sign for when it is another one; nothing is signed without it
 */
export async function ask(
  url: string,
  sign?: { readonly token: string; readonly address?: string },
): Promise<Asked> {
  const params = { CallUUID: `doctor-${randomUUID()}`, ...from, Event: 'StartApp' };
  const signed = sign && signRequest({ method: 'POST', url: sign.address ?? url, params }, sign.token);
  const began = performance.now();
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
    const milliseconds = Math.round(performance.now() - began);
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

/** True for no reply at all. */
export const isFailure = (asked: Asked): asked is TransportFailure => asked instanceof TransportFailure;

/** True for what a server says to a request that it takes for a forged one. */
export const isRefusal = ({ status }: Reply) => status === 401 || status === 403;

/** True for what Plivo takes for an answer. */
export const isLetIn = (asked: Asked) => !isFailure(asked) && asked.status >= 200 && asked.status < 300;
