/**
 * Places a call: never twice.
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { PlivoJsxError } from '../errors.ts';
import { callRequest, type CallRequest, type Credentials, type OutboundCall } from './call-request.ts';

/** How a call is placed. */
export interface PlaceCallOptions extends Credentials {
  /** Where Plivo's API is. Default: `https://api.plivo.com`. */
  readonly apiUrl?: string | undefined;
  /** Milliseconds to wait for an answer. Default: 15000. */
  readonly timeout?: number | undefined;
  /** Waits between tries, in milliseconds; tests replace it. Default: a timer. */
  readonly wait?: ((milliseconds: number) => Promise<void>) | undefined;
}

/** A call that Plivo took. */
export interface PlacedCall {
  /** The id of the request; it is also the `CallUUID` of the call that follows. */
  readonly requestUuid: string;
  /** What Plivo said, such as `call fired` or `call queued`. */
  readonly message: string;
}

/** Most tries of a request that Plivo certainly did not act on. */
const mostTries = 3;

// These come before the request has left: Plivo cannot have seen it.
const notSent: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

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
 * @throws {@link PlivoJsxError} before sending: `E_CREDENTIALS`, `E_NUMBER`, `E_PUBLIC_URL`; after: `E_CALL_AUTH`,
 *   `E_CALL_REFUSED`, `E_CALL_LIMIT`, `E_CALL_UNREACHABLE` (no call was placed), `E_CALL_UNKNOWN` (look before you retry)
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
  const { apiUrl = 'https://api.plivo.com', timeout = 15_000, wait = sleep } = options;
  const request = callRequest(call, options, apiUrl);
  for (let attempt = 1; ; attempt++) {
    const last = attempt === mostTries;
    const answer = await send(request, timeout);
    if (answer === 'not sent') {
      if (last) throw new PlivoJsxError('E_CALL_UNREACHABLE', { tries: mostTries });
      await wait(backoff(attempt));
    } else if (answer.status === 429) {
      if (last) throw new PlivoJsxError('E_CALL_LIMIT', { tries: mostTries });
      await wait(retryAfter(answer.headers.get('retry-after')) ?? backoff(attempt));
    } else return placed(answer);
  }
}

async function send({ url, ...init }: CallRequest, timeout: number): Promise<Response | 'not sent'> {
  try {
    return await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeout) });
  } catch (cause) {
    const { code } = ((cause as Error).cause ?? {}) as NodeJS.ErrnoException;
    if (code !== undefined && notSent.has(code)) return 'not sent';
    const problem =
      (cause as Error).name === 'TimeoutError' ? 'did not answer in time' : 'broke off the connection';
    throw new PlivoJsxError('E_CALL_UNKNOWN', { problem });
  }
}

async function placed(answer: Response): Promise<PlacedCall> {
  const { status } = answer;
  if (status === 401 || status === 403) throw new PlivoJsxError('E_CALL_AUTH', { status });
  const reply = await replyOf(answer);
  if (status >= 400 && status < 500)
    throw new PlivoJsxError('E_CALL_REFUSED', { status, reason: reasonOf(reply) });
  const id = reply['request_uuid'];
  if (!answer.ok || typeof id !== 'string') {
    throw new PlivoJsxError('E_CALL_UNKNOWN', {
      problem: `answered with status ${status}${answer.ok ? ' and no request id' : ''}`,
    });
  }
  return { requestUuid: id, message: String(reply['message'] ?? '') };
}

async function replyOf(answer: Response): Promise<Record<string, unknown>> {
  try {
    return (await answer.json()) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Plivo's own words, less any number in them. */
function reasonOf({ error }: Record<string, unknown>): string {
  const text = typeof error === 'string' ? error : (JSON.stringify(error) ?? 'no reason given');
  return text
    .replace(/\+?\d{5,}/g, '…')
    .replace(/[.\s]+$/, '')
    .slice(0, 300);
}

/** Half a second, then one, each with jitter, so that many callers do not come back at once. */
const backoff = (attempt: number) => 500 * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);

/** The wait that Plivo asks for, at most a minute; it comes in seconds or as a date. */
function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const milliseconds = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.min(Math.max(milliseconds, 0), 60_000);
}
