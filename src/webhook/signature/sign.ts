import { createHmac, randomInt } from 'node:crypto';
import { PlivoJsxError } from '../../errors.ts';
import { signedText, type SignedRequest } from './signed-text.ts';

/** The two headers that Plivo signs a request with. */
export interface SignatureHeaders {
  /** The signature, in Base64. */
  readonly 'x-plivo-signature-v3': string;
  /** A random text that makes each signature unique. */
  readonly 'x-plivo-signature-v3-nonce': string;
}

/**
 * Signs a request as Plivo does, for tests and tools that play Plivo.
 *
 * @param request the request to sign; `nonce` is 1 to 128 of `A-Za-z0-9_-`, by default 20 random digits
 * @param token the auth token of the account
 * @throws {@link PlivoJsxError} `E_UNSIGNABLE` when Plivo could not have sent such a request, or the token is empty
 * @example
 * ```ts
 * import { signRequest } from 'plivo-jsx';
 *
 * const headers = signRequest(
 *   { method: 'POST', url: 'https://ivr.example.com/ivr', params: { From: '14155550100' } },
 *   'auth token',
 * );
 * ```
 */
export function signRequest(
  { nonce = randomNonce(), ...request }: SignedRequest & { readonly nonce?: string | undefined },
  token: string,
): SignatureHeaders {
  if (token === '') throw new PlivoJsxError('E_UNSIGNABLE', { reason: 'token' });
  const signed = signedText(request);
  if ('reason' in signed) throw new PlivoJsxError('E_UNSIGNABLE', { reason: signed.reason });
  const signature = createHmac('sha256', token).update(`${signed.text}.${nonce}`).digest('base64');
  return { 'x-plivo-signature-v3': signature, 'x-plivo-signature-v3-nonce': nonce };
}

const tenDigits = () => String(randomInt(10 ** 10)).padStart(10, '0');
const randomNonce = () => tenDigits() + tenDigits();
