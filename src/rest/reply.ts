/**
 * What Plivo's answer means: the call is placed, it is not, or nobody knows.
 * @module
 */
import { PlivoJsxError } from '../errors.ts';
import type { Answer } from './send.ts';

/** A call that Plivo took. */
export interface PlacedCall {
  /** The id of the request; it is also the `CallUUID` of the call that follows. */
  readonly requestUuid: string;
  /** What Plivo said, such as `call fired` or `call queued`. */
  readonly message: string;
  /** The id of this use of the API, which Plivo's support asks for. */
  readonly apiId: string | undefined;
}

/**
 * Reads the answer to a request that is over, for good or bad.
 *
 * @param secrets what must not appear in an error, should Plivo repeat it
 * @throws {@link PlivoJsxError} `E_CALL_AUTH`, `E_CALL_REFUSED` (no call was placed), `E_CALL_UNKNOWN`
 */
export function readReply({ status, text }: Answer, secrets: readonly string[]): PlacedCall {
  if (status === 401 || status === 403) throw new PlivoJsxError('E_CALL_AUTH', { status });
  const reply = jsonOf(text);
  if (refuses(status)) {
    throw new PlivoJsxError('E_CALL_REFUSED', { status, reason: reasonOf(reply, secrets) });
  }
  const { request_uuid: requestUuid, api_id: apiId, message } = reply;
  const ok = status >= 200 && status < 300;
  if (!ok || typeof requestUuid !== 'string' || requestUuid === '') {
    const problem = `answered with status ${status}${ok ? ' and no request id' : ''}`;
    throw new PlivoJsxError('E_CALL_UNKNOWN', { problem });
  }
  return {
    requestUuid,
    message: typeof message === 'string' ? message : '',
    apiId: typeof apiId === 'string' ? apiId : undefined,
  };
}

// 408 and 499 are said by a gateway that gave up waiting, possibly for Plivo.
const refuses = (status: number) => status >= 400 && status < 500 && status !== 408 && status !== 499;

function jsonOf(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const reply: unknown = JSON.parse(text ?? '');
    return typeof reply === 'object' && reply !== null ? { ...reply } : {};
  } catch {
    return {};
  }
}

/** An object that is nested too deeply cannot be written. */
function jsonTextOf(words: unknown): string {
  try {
    return JSON.stringify(words);
  } catch {
    return noReason;
  }
}

const noReason = 'no reason given';

/** Plivo's own words, less numbers, secrets and control characters. */
function reasonOf({ error, message }: Record<string, unknown>, secrets: readonly string[]) {
  const words = error ?? message ?? noReason;
  let text = typeof words === 'string' ? words : jsonTextOf(words);
  for (const secret of secrets) text = text.replaceAll(secret, '…');
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\+?\(?\d(?:[\s()./-]*\d){4,}/g, '…')
    .slice(0, 300)
    .replace(/(?<![.\s])[.\s]+$/, '');
}
