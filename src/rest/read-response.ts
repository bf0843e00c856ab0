/**
 * Reads the response of Plivo's API: the call was placed, it was not, or the outcome is unknown.
 * @module
 */
import { PlivoJsxError } from '../errors.ts';
import { redactReason } from './redact-reason.ts';
import type { ApiResponse } from './send.ts';

/** A call that Plivo accepted. */
export interface PlacedCall {
  /** The id of the request; it is also the `CallUUID` of the call that follows. Of several calls, the first. */
  readonly requestUuid: string;
  /** The ids of all requests: one for each number or SIP address in `to`. */
  readonly requestUuids: readonly string[];
  /** Plivo's message, such as `call fired` or `call queued`; empty if there is none. */
  readonly message: string;
  /** The id of the API request, for Plivo's support. */
  readonly apiId: string | undefined;
}

/**
 * Returns the placed call, or throws if the response does not confirm it.
 *
 * @param secrets values that must not appear in an error, even if Plivo repeats them
 * @throws {@link PlivoJsxError} `E_CALL_AUTH`, `E_CALL_REJECTED` (no call was placed), `E_CALL_UNKNOWN`
 */
export function readResponse({ status, text }: ApiResponse, secrets: readonly string[]): PlacedCall {
  if (status === 401 || status === 403) throw new PlivoJsxError('E_CALL_AUTH', { status });
  const reply = parseJson(text);
  if (isRejection(status)) {
    throw new PlivoJsxError('E_CALL_REJECTED', { status, reason: reasonOf(reply, secrets) });
  }
  const { request_uuid: id, api_id: apiId, message } = reply;
  const ok = status >= 200 && status < 300;
  const requestUuids = [id].flat().filter((each) => typeof each === 'string' && each !== '') as string[];
  const [requestUuid] = requestUuids;
  if (!ok || requestUuid === undefined) {
    const problem = `answered with status ${status}${ok ? ' and no request id' : ''}`;
    throw new PlivoJsxError('E_CALL_UNKNOWN', { problem });
  }
  return {
    requestUuid,
    requestUuids,
    message: typeof message === 'string' ? message : '',
    apiId: typeof apiId === 'string' ? apiId : undefined,
  };
}

// 408 and 499 come from a gateway whose wait timed out; Plivo may have received the request.
const isRejection = (status: number) => status >= 400 && status < 500 && status !== 408 && status !== 499;

function parseJson(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const reply: unknown = JSON.parse(text ?? '');
    return typeof reply === 'object' && reply !== null ? { ...reply } : {};
  } catch {
    return {};
  }
}

/** `JSON.stringify` throws for an object that is nested too deeply. */
function toJson(words: unknown): string {
  try {
    return JSON.stringify(words);
  } catch {
    return noReason;
  }
}

const noReason = 'no reason given';

/** Returns Plivo's message without phone numbers, addresses, secrets and control characters. */
function reasonOf({ error, message }: Record<string, unknown>, secrets: readonly string[]) {
  const words = error ?? message ?? noReason;
  return redactReason(typeof words === 'string' ? words : toJson(words), secrets)
    .slice(0, 300)
    .replace(/(?<![.\s])[.\s]+$/, '');
}
