/**
 * The request that places a call, checked before anything is sent.
 * @module
 */
import { PlivoJsxError } from '../errors.ts';
import { callFields, plivoName } from './call-fields.ts';
import { validateCall, type Credentials } from './validate-call.ts';
import type { OutboundCall } from './outbound-call.ts';

/** Where Plivo's API is. */
export const plivoApi = 'https://api.plivo.com';

/** The request as it is sent. */
export interface CallRequest {
  readonly method: 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The request as it may be shown: without credentials, with the numbers that are called. */
export interface CallPreview {
  readonly method: 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Checks a call and makes the request for it; nothing is sent.
 *
 * @throws {@link PlivoJsxError} what `validateCall` throws, and `E_OPTION` for an `apiUrl` that is no address
 */
export function callRequest(
  call: OutboundCall,
  { authId, authToken }: Credentials,
  apiUrl: string,
): CallRequest {
  validateCall(call, { authId, authToken });
  return {
    method: 'POST',
    url: `${baseOf(apiUrl)}/v1/Account/${authId}/Call/`,
    headers: {
      authorization: `Basic ${Buffer.from(`${authId}:${authToken}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(bodyOf(call)),
  };
}

/**
 * What `placeCall` would send, to look at: credentials are replaced by `***`, and nothing is sent.
 *
 * The numbers are in it, so it is for a terminal, not for a log.
 *
 * @param call whom to call, and where the flow is
 * @param options credentials of the account, and where Plivo's API is
 * @throws {@link PlivoJsxError} `E_CREDENTIALS`, `E_CREDENTIALS_FORM`, `E_NUMBER`, `E_PUBLIC_URL`, `E_OPTION`
 * @example
 * ```ts
 * import { previewCall } from 'plivo-jsx';
 *
 * const { url, body } = previewCall(
 *   { to: '+15551234567', from: '+15557654321', answerUrl: 'https://ivr.example.com/ivr' },
 *   { authId: process.env['PLIVO_AUTH_ID'], authToken: process.env['PLIVO_AUTH_TOKEN'] },
 * );
 * ```
 */
export function previewCall(
  call: OutboundCall,
  { apiUrl = plivoApi, ...credentials }: Credentials & { readonly apiUrl?: string | undefined },
): CallPreview {
  const { method, url, headers } = callRequest(call, credentials, apiUrl);
  return { method, url, headers: { ...headers, authorization: 'Basic ***' }, body: bodyOf(call) };
}

function bodyOf(call: OutboundCall): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [name, { as }] of Object.entries(callFields)) {
    const value = call[name as keyof OutboundCall];
    // Plivo's samples write numbers without the plus.
    if (value !== undefined) body[plivoName(name)] = as === 'number' ? String(value).slice(1) : value;
  }
  body['answer_method'] ??= 'POST';
  return body;
}

function baseOf(apiUrl: string): string {
  const suggestion = `leave it out for ${plivoApi}. Nothing was sent`;
  const wrong = (problem: string) => new PlivoJsxError('E_OPTION', { option: 'apiUrl', problem, suggestion });
  if (!/^https?:\/\/[^?#\s]+$/i.test(apiUrl) || !URL.canParse(apiUrl)) throw wrong('is no address');
  const { username, password } = new URL(apiUrl);
  if (username !== '' || password !== '') throw wrong('holds a user name or a password');
  return apiUrl.replace(/(?<!\/)\/+$/, '');
}
