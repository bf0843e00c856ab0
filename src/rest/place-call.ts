/**
 * Places a call: never twice.
 * @module
 */
import { setTimeout as timer } from 'node:timers/promises';
import { PlivoJsxError } from '../errors.ts';
import { callRequest, plivoApi } from './preview-call.ts';
import { validateCall, type Credentials } from './validate-call.ts';
import type { OutboundCall } from './outbound-call.ts';
import { readReply, type PlacedCall } from './reply.ts';
import { backoff, mostTries, retryAfter } from './retry.ts';
import { NotSent, send, type Answer } from './send.ts';

export type { PlacedCall };

/** How a call is placed. */
export interface PlaceCallOptions extends Credentials {
  /** Where Plivo's API is. Default: `https://api.plivo.com`. */
  readonly apiUrl?: string | undefined;
  /** Milliseconds to wait for an answer, 1 or more. Default: 15000. */
  readonly timeout?: number | undefined;
  /** Told what works and should not stay so, such as an address with http. Default: nobody is told. */
  readonly onWarning?: ((warning: string) => void) | undefined;
  /** Sends the request. Default: the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Waits between tries, in milliseconds; tests replace it. Default: a timer. */
  readonly sleep?: ((milliseconds: number) => Promise<void>) | undefined;
}

/**
 * Places a call through Plivo's REST API.
 *
 * It tries again only when Plivo certainly did not act: no connection, or 429. A 5xx, a reset or a timeout is reported
 * as unknown, because Plivo has no idempotency key and a second request may be a second call.
 *
 * Source: https://www.plivo.com/docs/voice/api/call
 *
 * @param call whom to call, and where the flow is
 * @param options credentials of the account
 * @throws {@link PlivoJsxError} before sending: `E_CREDENTIALS`, `E_CREDENTIALS_FORM`, `E_NUMBER`, `E_PUBLIC_URL`,
 *   `E_OPTION`; after: `E_CALL_AUTH`, `E_CALL_REFUSED`, `E_CALL_LIMIT`, `E_CALL_UNREACHABLE`, `E_CALL_CERTIFICATE`
 *   (no call was placed), `E_CALL_UNKNOWN` (look before you retry)
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
export async function placeCall(call: OutboundCall, options: PlaceCallOptions): Promise<PlacedCall> {
  const warnings = validateCall(call, options);
  const { apiUrl = plivoApi, timeout = 15_000, sleep = timer, onWarning, authId, authToken } = options;
  const request = callRequest(call, options, apiUrl);
  checkTimeout(timeout);
  const { fetch = globalThis.fetch } = options;
  if (typeof fetch !== 'function') throw noFunction('fetch');
  for (const warning of warnings) onWarning?.(warning);
  const sendOnce = () => send(request, timeout, fetch);
  const answer = await patiently(sendOnce, sleep);
  return readReply(answer, [authToken ?? '', authId ?? ''].filter(Boolean));
}

/** Sends until Plivo has heard it, at most three times. */
async function patiently(
  sendOnce: () => Promise<Answer>,
  sleep: (milliseconds: number) => Promise<void>,
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const last = attempt === mostTries;
    try {
      const answer = await sendOnce();
      if (answer.status !== 429) return answer;
      if (last) throw new PlivoJsxError('E_CALL_LIMIT', { tries: mostTries });
      await sleep(retryAfter(answer.headers.get('retry-after')) ?? backoff(attempt));
    } catch (error) {
      if (!(error instanceof NotSent)) throw error;
      const { cause } = error;
      if (last) throw new PlivoJsxError('E_CALL_UNREACHABLE', { tries: mostTries }, { cause });
      await sleep(backoff(attempt));
    }
  }
}

function noFunction(option: string): PlivoJsxError {
  const suggestion = 'give a function, or leave it out. Nothing was sent';
  return new PlivoJsxError('E_OPTION', { option, problem: 'is no function', suggestion });
}

function checkTimeout(timeout: number): void {
  if (Number.isSafeInteger(timeout) && timeout >= 1 && timeout <= 2 ** 31 - 1) return;
  const facts = { option: 'timeout', problem: 'is no duration' };
  throw new PlivoJsxError('E_OPTION', {
    ...facts,
    suggestion: 'give whole milliseconds, such as 15000. Nothing was sent',
  });
}
