/**
 * Sends the request once. Errors distinguish a request that Plivo cannot have received from one that it may have.
 * @module
 */
import { PlivoJsxError } from '../errors.ts';
import { isErrorObject } from '../thrown.ts';
import { plivoApi, type CallRequest } from './call-request.ts';
import { readText } from './read-text.ts';
import { abortable } from './abortable.ts';

/** The response of Plivo's API. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: Headers;
  /** The body; `undefined` when it is too long, the connection broke or the timeout expired. */
  readonly text: string | undefined;
}

/** The request was not sent, so that it may be retried. */
export class NotSentError extends Error {}

// Errors before a connection exists. ECONNRESET and ETIMEDOUT are not among them, since they can also happen later.
const connectionErrors: ReadonlySet<unknown> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

// Node rejects a certificate before it writes the first byte of the request.
const certificateErrors: ReadonlySet<unknown> = new Set([
  'CERT_CHAIN_TOO_LONG',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/**
 * Sends the request once.
 *
 * @param timeout milliseconds for the whole response
 * @throws {@link NotSentError}; {@link PlivoJsxError} `E_OPTION`, `E_CALL_CERTIFICATE` (nothing was sent), `E_CALL_UNKNOWN`
 */
export async function send(
  { url, ...request }: CallRequest,
  timeout: number,
  fetch: typeof globalThis.fetch,
): Promise<ApiResponse> {
  assertSendable(url, request);
  const signal = AbortSignal.timeout(timeout);
  let response: Response;
  try {
    // A redirect is not followed: it would send the request a second time.
    response = await abortable(signal, fetch(url, { ...request, redirect: 'manual', signal }));
  } catch (cause) {
    const error = isErrorObject(cause) ? cause : new Error(String(cause));
    const reason = (error.cause ?? error) as NodeJS.ErrnoException;
    if (isRejectedByFetch(reason)) throw unsendableError(cause);
    if (isConnectionError(reason)) throw new NotSentError('not sent', { cause });
    if (certificateErrors.has(reason.code)) throw new PlivoJsxError('E_CALL_CERTIFICATE', {}, { cause });
    const problem = error.name === 'TimeoutError' ? 'did not answer in time' : 'closed the connection';
    throw new PlivoJsxError('E_CALL_UNKNOWN', { problem }, { cause });
  }
  const { status, headers } = response;
  // The status is enough, even if the body cannot be read.
  const text = await readText(response, signal);
  return { status, headers, text };
}

/** Checks that `fetch` accepts the request; `new Request()` sends nothing. */
function assertSendable(url: string, request: Omit<CallRequest, 'url'>): void {
  try {
    new Request(url, request);
  } catch {
    // Without the cause, whose message repeats the address.
    throw unsendableError();
  }
}

// For a port that browsers block, the error of fetch has no code.
const isRejectedByFetch = ({ code, message }: NodeJS.ErrnoException) =>
  code === 'UND_ERR_INVALID_ARG' ||
  code === 'UND_ERR_NOT_SUPPORTED' ||
  (code === undefined && message === 'bad port');

function unsendableError(cause?: unknown): PlivoJsxError {
  const facts = { option: 'apiUrl', problem: 'is an address that fetch rejects' };
  const suggestion = `leave it out for ${plivoApi}, or give it another port. Nothing was sent`;
  return new PlivoJsxError('E_OPTION', { ...facts, suggestion }, { cause });
}

// An AggregateError means that no address of the host accepted a connection.
const isConnectionError = (error: NodeJS.ErrnoException) =>
  connectionErrors.has(error.code) ||
  error.syscall === 'connect' ||
  error.syscall === 'getaddrinfo' ||
  error.name === 'AggregateError';
