/**
 * The request that places a call.
 * @module
 */
import { PlivoJsxError } from '../errors.ts';
import { parseUrl } from '../parse-url.ts';
import { forApi } from './destination.ts';
import { callFields, plivoName, type OutboundCall } from './outbound-call.ts';
import type { Credentials } from './validate-call.ts';
import { withoutTrailingSlash } from '../webhook/signature/public-address.ts';

/** The URL of Plivo's API. */
export const plivoApi = 'https://api.plivo.com';

/** The request as it is sent. */
export interface CallRequest {
  readonly method: 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
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
      authorization: `Basic ${basicAuth({ authId, authToken })}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(bodyOf(call)),
  };
}

/** The credentials as HTTP writes them. */
export const basicAuth = ({ authId, authToken }: Credentials): string =>
  Buffer.from(`${authId}:${authToken}`).toString('base64');

/** The fields of a call by the names of the API, such as `answer_url`. */
export function bodyOf(call: OutboundCall): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [name, { kind }] of Object.entries(callFields)) {
    const value = call[name as keyof OutboundCall];
    const isNumber = kind === 'number' || kind === 'destinations';
    if (value !== undefined) body[plivoName(name)] = isNumber ? forApi(String(value)) : value;
  }
  body['answer_method'] ??= 'POST';
  return body;
}

function checkedApiUrl(apiUrl: string): string {
  const suggestion = `leave it out for ${plivoApi}. Nothing was sent`;
  const invalid = (problem: string) =>
    new PlivoJsxError('E_OPTION', { option: 'apiUrl', problem, suggestion });
  const url = parseUrl(apiUrl);
  if (url === undefined || !/^https?:\/\/[^?#\s]+$/i.test(apiUrl)) throw invalid('is not an address');
  const { username, password } = url;
  if (username !== '' || password !== '') throw invalid('has a user name or a password');
  return withoutTrailingSlash(apiUrl);
}
