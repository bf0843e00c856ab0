/**
 * Shows the request that places a call, without sending it.
 * @module
 */
import { bodyOf, createCallRequest, plivoApi } from './call-request.ts';
import { validateCall, type Credentials } from './validate-call.ts';
import type { OutboundCall } from './outbound-call.ts';

/** The request without the credentials. It contains the phone numbers. */
export interface CallPreview {
  readonly method: 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The fields by Plivo's names, such as `answer_url`. */
  readonly body: Readonly<Record<string, unknown>>;
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
