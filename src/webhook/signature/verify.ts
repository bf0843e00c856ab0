import { createHmac, timingSafeEqual } from 'node:crypto';
import { signedText, type SignedRequest } from './signed-text.ts';
import type { UnsignableReason } from './unsignable.ts';

/** A request and its signature headers. */
export interface ReceivedRequest extends SignedRequest {
  /** `X-Plivo-Signature-V3`: one signature, or several with commas. A call of a subaccount has the main account's one in `X-Plivo-Signature-Ma-V3`. */
  readonly signature: string | undefined;
  /** `X-Plivo-Signature-V3-Nonce`. */
  readonly nonce: string | undefined;
}

/**
 * Why a request was not signed by Plivo.
 *
 * - `token`: there is no token to verify with
 * - `missing`: no signature or no nonce
 * - `nonce`: not 1 to 128 of `A-Za-z0-9_-`
 * - `method`: neither `GET` nor `POST`
 * - `url_size`: more than 4096 characters
 * - `url`: not an absolute http or https address in ASCII, or one with a fragment, which no request has
 * - `url_escape`: a broken percent escape, or one that isn't UTF-8
 * - `names`: a query that Plivo's own SDK doesn't sign as a whole
 * - `params`: a parameter that isn't text
 * - `mismatch`: signed with another token, or for another request
 */
export type RejectionReason = UnsignableReason | 'token' | 'missing' | 'nonce' | 'mismatch';

/** The result of {@link verifyRequest}. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly reason: RejectionReason };

/** Canonical Base64 of 32 bytes, so that each signature has only one spelling. */
const base64Of32Bytes = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;

/** No dot: text and nonce are joined by a dot, so a nonce with a dot could contain a part of the text. */
const validNonce = /^[A-Za-z0-9_-]{1,128}$/;

/**
 * Checks whether Plivo signed a request (`X-Plivo-Signature-V3`). Never throws.
 *
 * A valid signature proves who signed the text, but the text can be ambiguous: Plivo joins decoded names and values
 * without a delimiter. A server must therefore also require the parameters that it needs, accept only known query keys,
 * reject `%26` and `%3D` in the query (and `CallUUID`, with POST), and remember the signatures that it has answered.
 *
 * @param request the request, with the public address that Plivo used
 * @param tokens the auth token, or several while they are rotated; empty ones are never accepted
 * @returns `ok`, and the reason if it is false
 * @example
 * ```ts
 * import { verifyRequest } from 'plivo-jsx';
 *
 * const verdict = verifyRequest(
 *   {
 *     method: 'POST',
 *     url: 'https://ivr.example.com/ivr/level2',
 *     params: { Digits: '1' },
 *     signature: undefined,
 *     nonce: undefined,
 *   },
 *   'auth token',
 * );
 * if (!verdict.ok) console.log(verdict.reason); // missing
 * ```
 */
export function verifyRequest(
  request: ReceivedRequest,
  tokens: string | readonly string[] | undefined,
): Verdict {
  const { reason } = identify(request ?? {}, usableTokens(tokens));
  return reason === undefined ? { ok: true } : { ok: false, reason };
}

/** A request of a subaccount is signed twice: with its own token and, in `X-Plivo-Signature-Ma-V3`, with that of the main account. */
export const bothSignatures = (own: string | undefined, main: string | undefined): string | undefined =>
  own === undefined || main === undefined ? (own ?? main) : `${own},${main}`;

/** The identity of a request that Plivo signed, or why the signature is not valid. */
export type Identity =
  | {
      /** The id of the request: the signature of its text with the first token. */
      readonly id: string;
      /** The text that Plivo signed, with the nonce. Unlike `id`, it does not depend on the order of the tokens. */
      readonly signed: string;
      readonly reason?: undefined;
    }
  | { readonly id?: undefined; readonly signed?: undefined; readonly reason: RejectionReason };

/**
 * As {@link verifyRequest}, with an id for the request. Two requests have the same id if and only if Plivo would sign the
 * same text for both, whichever token signed them and however the header is written.
 *
 * @param tokens the auth tokens; none of them is empty
 */
export function identify(request: ReceivedRequest, tokens: readonly string[]): Identity {
  try {
    return identity(request, tokens);
  } catch {
    // Only a Proxy or a getter can throw; a form has neither.
    return { reason: 'params' };
  }
}

/** Why no body can make the signature of a request valid; undefined when one may. */
export function problemWithoutBody(
  request: ReceivedRequest,
  tokens: string | readonly string[] | undefined,
): RejectionReason | undefined {
  const signed = signedPart(request, usableTokens(tokens));
  return 'reason' in signed ? signed.reason : undefined;
}

function identity(received: ReceivedRequest, tokens: readonly string[]): Identity {
  const part = signedPart(received, tokens);
  if ('reason' in part) return part;

  const { signed, signature } = part;
  const expected = tokens.map((token) => createHmac('sha256', token).update(signed).digest('base64'));
  const given = signature.split(',');
  let matches = false;
  for (const each of expected) for (const one of given) matches = isSame(one.trim(), each) || matches;
  return matches ? { id: expected[0]!, signed } : { reason: 'mismatch' };
}

/** The text that Plivo signed, with the nonce, and the header with its signatures. */
function signedPart(
  received: ReceivedRequest,
  tokens: readonly string[],
): { readonly signed: string; readonly signature: string } | { readonly reason: RejectionReason } {
  if (tokens.length === 0) return { reason: 'token' };
  const { signature, nonce, url } = received;
  if (typeof signature !== 'string' || signature === '' || typeof nonce !== 'string')
    return { reason: 'missing' };
  if (!validNonce.test(nonce)) return { reason: 'nonce' };
  // A fragment is not signed, and some routers read it as the query.
  if (typeof url === 'string' && url.includes('#')) return { reason: 'url' };
  const unnumbered = signedText(received);
  if ('reason' in unnumbered) return unnumbered;
  return { signed: `${unnumbered.text}.${nonce}`, signature };
}

// Allocated once: two allocations for each request cost as much as ten comparisons.
const [left, right] = [Buffer.alloc(44), Buffer.alloc(44)];

/** Compares two signatures, as text and in constant time. */
function isSame(given: string, wanted: string): boolean {
  if (!base64Of32Bytes.test(given)) return false;
  left.write(given, 'latin1');
  right.write(wanted, 'latin1');
  return timingSafeEqual(left, right);
}

/** The tokens that are not empty. */
function usableTokens(tokens: unknown): readonly string[] {
  try {
    return [tokens].flat().filter((token) => typeof token === 'string' && token.trim() !== '') as string[];
  } catch {
    return [];
  }
}
