/**
 * Sends the request once, and tells apart "Plivo cannot have seen it" and "it may have".
 * @module
 */
import { PlivoJsxError } from '../errors.ts';
import { plivoApi, type CallRequest } from './preview-call.ts';
import { readText } from './read-text.ts';
import { unlessOver } from './unless-over.ts';

/** What came back: the status, the headers and the text, as far as it arrived. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Undefined when it is too long, or the connection broke or time ran out while it was read. */
  readonly text: string | undefined;
}

/** The request did not leave, so that it may be sent again. */
export class NotSent extends Error {}

// Failures to find or to reach the host. ECONNRESET and ETIMEDOUT are not among them: they come later, too.
const beforeSending: ReadonlySet<unknown> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

// Node refuses a certificate before it writes the first byte of the request.
const certificate: ReadonlySet<unknown> = new Set([
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
 * Sends it, once.
 *
 * @param timeout milliseconds for the whole answer
 * @throws {@link NotSent}; {@link PlivoJsxError} `E_OPTION`, `E_CALL_CERTIFICATE` (nothing was sent), `E_CALL_UNKNOWN`
 */
export async function send(
  { url, ...request }: CallRequest,
  timeout: number,
  fetch: typeof globalThis.fetch,
): Promise<Answer> {
  refuseUnsendable(url, request);
  const signal = AbortSignal.timeout(timeout);
  let response: Response;
  try {
    // A redirect is not followed: it would send the request a second time.
    response = await unlessOver(signal, fetch(url, { ...request, redirect: 'manual', signal }));
  } catch (cause) {
    const error = cause instanceof Error ? cause : new Error(String(cause));
    const why = (error.cause ?? error) as NodeJS.ErrnoException;
    if (isRefusedByFetch(why)) throw unsendable(cause);
    if (isBeforeSending(why)) throw new NotSent('not sent', { cause });
    if (certificate.has(why.code)) throw new PlivoJsxError('E_CALL_CERTIFICATE', {}, { cause });
    const problem = error.name === 'TimeoutError' ? 'did not answer in time' : 'broke off the connection';
    throw new PlivoJsxError('E_CALL_UNKNOWN', { problem }, { cause });
  }
  const { status, headers } = response;
  // The status stands, even if the text does not arrive.
  const text = await readText(response, signal);
  return { status, headers, text };
}

/** Lets `fetch` look at the request without sending it: what it throws then, it throws before it connects. */
function refuseUnsendable(url: string, request: Omit<CallRequest, 'url'>): void {
  try {
    new Request(url, request);
  } catch {
    // Not as the cause: it repeats the address.
    throw unsendable();
  }
}

// For a port that no browser asks, fetch gives neither a code nor an error class.
const isRefusedByFetch = ({ code, message }: NodeJS.ErrnoException) =>
  code === 'UND_ERR_INVALID_ARG' ||
  code === 'UND_ERR_NOT_SUPPORTED' ||
  (code === undefined && message === 'bad port');

function unsendable(cause?: unknown): PlivoJsxError {
  const facts = { option: 'apiUrl', problem: 'is an address that fetch sends nothing to' };
  const suggestion = `leave it out for ${plivoApi}, or give it another port. Nothing was sent`;
  return new PlivoJsxError('E_OPTION', { ...facts, suggestion }, { cause });
}

// An AggregateError is what is left when no address of the host let us connect.
const isBeforeSending = (why: NodeJS.ErrnoException) =>
  beforeSending.has(why.code) ||
  why.syscall === 'connect' ||
  why.syscall === 'getaddrinfo' ||
  why instanceof AggregateError;
