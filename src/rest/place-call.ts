/**
 * Places a call, and never places it twice.
 * @module
 */
import { setTimeout as timer } from 'node:timers/promises';
import { PlivoJsxError } from '../errors.ts';
import { placedCalls } from '../placed-calls.ts';
import { createCallRequest, plivoApi } from './call-request.ts';
import { validateCall, type Credentials } from './validate-call.ts';
import type { OutboundCall } from './outbound-call.ts';
import { readResponse, type PlacedCall } from './read-response.ts';
import { secretsOf } from './redact-reason.ts';
import { backoffDelay, maxAttempts, retryAfterDelay } from './retry.ts';
import { NotSentError, send, type ApiResponse } from './send.ts';

export type { PlacedCall };

/** The credentials of the account, and how a call is placed. */
export interface PlaceCallOptions extends Credentials {
  /** The URL of Plivo's API. Default: `https://api.plivo.com`. */
  readonly apiUrl?: string | undefined;
  /** Milliseconds to wait for the response, 1 to 2147483647. Default: 15000. */
  readonly timeout?: number | undefined;
  /** Receives a sentence for each value that works but is not secure, such as a URL with http. Default: not called. */
  readonly onWarning?: ((warning: string) => void) | undefined;
  /** Sends the request. Default: the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/**
 * Places a call through Plivo's REST API.
 *
 * The request is retried, with at most 3 attempts, only when Plivo certainly did not place the call: there was no
 * connection, or the status was 429. After status 5xx, a connection reset or a timeout the outcome is unknown, and the
 * request is not retried: Plivo has no idempotency key, so a second request may be a second call.
 *
 * Source: https://www.plivo.com/docs/voice/api/call
 *
 * @param call the number to call, the caller's number and the URL of the flow
 * @param options the credentials of the account, and how the call is placed
 * @returns the id that Plivo gave the request
 * @throws {@link PlivoJsxError} before sending: `E_CREDENTIALS`, `E_CREDENTIALS_FORM`, `E_NUMBER`, `E_PUBLIC_URL`,
 *   `E_OPTION`; after: `E_CALL_AUTH`, `E_CALL_REJECTED`, `E_CALL_LIMIT`, `E_CALL_UNREACHABLE`, `E_CALL_CERTIFICATE`
 *   (no call was placed), `E_CALL_UNKNOWN` (check Plivo's call logs before you retry)
 * @example
 * ```ts
 * import { placeCall } from 'plivo-jsx';
 *
 * const { requestUuid } = await placeCall(
 *   { to: '+15551234567', from: '+15557654321', answerUrl: 'https://ivr.example.com/ivr' },
 *   { authId: process.env['PLIVO_AUTH_ID'], authToken: process.env['PLIVO_AUTH_TOKEN'] },
 * );
 * ```
 */
export function placeCall(call: OutboundCall, options: PlaceCallOptions): Promise<PlacedCall> {
  return placeCallWith(call, options, timer);
}

/** As {@link placeCall}, with a function that waits between two attempts, in milliseconds. */
export async function placeCallWith(
  call: OutboundCall,
  options: PlaceCallOptions,
  sleep: (milliseconds: number) => Promise<void>,
): Promise<PlacedCall> {
  const warnings = validateCall(call, options);
  const { apiUrl = plivoApi, timeout = 15_000, onWarning } = options;
  const request = createCallRequest(call, options, apiUrl);
  checkTimeout(timeout);
  const { fetch = globalThis.fetch } = options;
  if (typeof fetch !== 'function') throw notAFunction('fetch');
  for (const warning of warnings) onWarning?.(warning);
  placedCalls.publish({});
  const sendOnce = () => send(request, timeout, fetch);
  const answer = await sendWithRetries(sendOnce, sleep);
  return readResponse(answer, secretsOf(call.to, options));
}

/** Sends the request until Plivo has received it, at most three times. */
async function sendWithRetries(
  sendOnce: () => Promise<ApiResponse>,
  sleep: (milliseconds: number) => Promise<void>,
): Promise<ApiResponse> {
  for (let attempt = 1; ; attempt++) {
    const isLastAttempt = attempt === maxAttempts;
    try {
      const answer = await sendOnce();
      if (answer.status !== 429) return answer;
      if (isLastAttempt) throw new PlivoJsxError('E_CALL_LIMIT', { tries: maxAttempts });
      await sleep(retryAfterDelay(answer.headers.get('retry-after')) ?? backoffDelay(attempt));
    } catch (error) {
      if (!(error instanceof NotSentError)) throw error;
      const { cause } = error;
      if (isLastAttempt) throw new PlivoJsxError('E_CALL_UNREACHABLE', { tries: maxAttempts }, { cause });
      await sleep(backoffDelay(attempt));
    }
  }
}

function notAFunction(option: string): PlivoJsxError {
  const suggestion = 'give a function, or leave it out. Nothing was sent';
  return new PlivoJsxError('E_OPTION', { option, problem: 'is not a function', suggestion });
}

function checkTimeout(timeout: number): void {
  if (Number.isSafeInteger(timeout) && timeout >= 1 && timeout <= 2 ** 31 - 1) return;
  const facts = { option: 'timeout', problem: 'is not a duration' };
  throw new PlivoJsxError('E_OPTION', {
    ...facts,
    suggestion: 'give whole milliseconds, such as 15000. Nothing was sent',
  });
}
