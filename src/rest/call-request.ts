/**
 * The request that places a call, checked before anything is sent.
 * @module
 */
import { PlivoJsxError } from '../errors.ts';
import { unreachable } from './reachable.ts';

/** A call to place. */
export interface OutboundCall {
  /** Whom to call: a number in E.164 form, such as `+15551234567`. */
  readonly to: string;
  /** The number that the call comes from, in E.164 form; one that the account may present. */
  readonly from: string;
  /** Where Plivo asks for the first document when the call is answered. */
  readonly answerUrl: string;
  /** Default: `POST`. */
  readonly answerMethod?: 'GET' | 'POST';
  /** Told when the call has ended. Default: Plivo tells the answer URL. */
  readonly hangupUrl?: string;
  /** Asked when the answer URL fails. Default: none. */
  readonly fallbackUrl?: string;
  /** Seconds to ring, 1 or more. Default: 120, Plivo's. */
  readonly ringTimeout?: number;
}

/** Who places it. */
export interface Credentials {
  readonly authId: string | undefined;
  readonly authToken: string | undefined;
}

/** The request as it is sent. */
export interface CallRequest {
  readonly method: 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const e164 = /^\+[1-9]\d{6,14}$/;

/** True for a number with `+`, country code and 7 to 15 digits in all. */
export const isE164 = (number: string) => e164.test(number);

/**
 * Checks a call and makes the request for it; nothing is sent.
 *
 * @throws {@link PlivoJsxError} `E_CREDENTIALS`, `E_NUMBER`, `E_PUBLIC_URL`
 */
export function callRequest(
  call: OutboundCall,
  { authId, authToken }: Credentials,
  apiUrl: string,
): CallRequest {
  if (!authId) throw new PlivoJsxError('E_CREDENTIALS', { variable: 'PLIVO_AUTH_ID' });
  if (!authToken) throw new PlivoJsxError('E_CREDENTIALS', { variable: 'PLIVO_AUTH_TOKEN' });
  if (!isE164(call.to)) throw new PlivoJsxError('E_NUMBER', { which: 'The number to call' });
  if (!isE164(call.from))
    throw new PlivoJsxError('E_NUMBER', { which: 'The number that the call comes from' });
  for (const address of [call.answerUrl, call.hangupUrl, call.fallbackUrl]) {
    const problem = address === undefined ? undefined : unreachable(address);
    if (problem !== undefined) throw new PlivoJsxError('E_PUBLIC_URL', { problem });
  }
  return {
    method: 'POST',
    url: `${apiUrl}/v1/Account/${encodeURIComponent(authId)}/Call/`,
    headers: {
      authorization: `Basic ${Buffer.from(`${authId}:${authToken}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      // Plivo's samples write numbers without the plus.
      from: call.from.slice(1),
      to: call.to.slice(1),
      answer_url: call.answerUrl,
      answer_method: call.answerMethod ?? 'POST',
      hangup_url: call.hangupUrl,
      fallback_url: call.fallbackUrl,
      ring_timeout: call.ringTimeout,
    }),
  };
}
