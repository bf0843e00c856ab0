/**
 * Creates the request that places a call.
 * @module
 */
import { PlivoJsxError } from '../errors.ts';
import { validateCall, type Credentials } from './validate-call.ts';
import { callFields, plivoName, type OutboundCall } from './outbound-call.ts';

/** The URL of Plivo's API. */
export const plivoApi = 'https://api.plivo.com';

/** The request as it is sent. */
export interface CallRequest {
  readonly method: 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The request without the credentials. It contains the phone numbers. */
export interface CallPreview {
  readonly method: 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The fields by Plivo's names, such as `answer_url`. */
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Creates the request of a call that was validated. Nothing is sent.
 *
 * @throws {@link PlivoJsxError} `E_OPTION` for an `apiUrl` that is not a URL
 */
export function createCallRequest(
  call: OutboundCall,
  { authId, authToken }: Credentials,
  apiUrl: string,
): CallRequest {
  return {
    method: 'POST',
    url: `${checkedApiUrl(apiUrl)}/v1/Account/${authId}/Call/`,
    headers: {
      authorization: `Basic ${Buffer.from(`${authId}:${authToken}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(bodyOf(call)),
  };
}

/**
 * Returns the request that `placeCall` would send, with `***` instead of the credentials. Nothing is sent.
 *
 * It contains the phone numbers, so show it in a terminal and do not log it.
 *
 * @param call the number to call, the caller's number and the URL of the flow
 * @param options the credentials of the account, and the URL of Plivo's API. Default: `https://api.plivo.com`
 * @returns method, URL, headers and body of the request
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
  validateCall(call, credentials);
  const { method, url, headers } = createCallRequest(call, credentials, apiUrl);
  return { method, url, headers: { ...headers, authorization: 'Basic ***' }, body: bodyOf(call) };
}

function bodyOf(call: OutboundCall): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [name, { kind }] of Object.entries(callFields)) {
    const value = call[name as keyof OutboundCall];
    // Plivo's samples write numbers without the plus.
    if (value !== undefined) body[plivoName(name)] = kind === 'number' ? String(value).slice(1) : value;
  }
  body['answer_method'] ??= 'POST';
  return body;
}

function checkedApiUrl(apiUrl: string): string {
  const suggestion = `leave it out for ${plivoApi}. Nothing was sent`;
  const invalid = (problem: string) =>
    new PlivoJsxError('E_OPTION', { option: 'apiUrl', problem, suggestion });
  if (!/^https?:\/\/[^?#\s]+$/i.test(apiUrl) || !URL.canParse(apiUrl)) throw invalid('is not an address');
  const { username, password } = new URL(apiUrl);
  if (username !== '' || password !== '') throw invalid('has a user name or a password');
  return apiUrl.replace(/(?<!\/)\/+$/, '');
}
