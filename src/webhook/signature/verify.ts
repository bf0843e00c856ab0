import { createHmac, timingSafeEqual } from 'node:crypto';
import { signedText, type SignedRequest } from './signed-text.ts';
import type { UnsignableReason } from './unsignable.ts';

/** A request together with the headers that Plivo signed it with. */
export interface ReceivedRequest extends SignedRequest {
  /** `X-Plivo-Signature-V3`: one signature, or several with commas. A call of a subaccount has the main account's one in `X-Plivo-Signature-Ma-V3`. */
  readonly signature: string | undefined;
  /** `X-Plivo-Signature-V3-Nonce`. */
  readonly nonce: string | undefined;
}

/**
 * Why a request is not Plivo's.
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
export type RefusalReason = UnsignableReason | 'token' | 'missing' | 'nonce' | 'mismatch';

/** What {@link verifyRequest} says. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly reason: RefusalReason };

/** Only what Base64 writes for 32 bytes, so that no second spelling of a signature is good. */
const base64Of32Bytes = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;

/** With a dot in it, a nonce could hold a whole body: text and nonce are joined by a dot. */
const goodNonce = /^[A-Za-z0-9_-]{1,128}$/;

/**
 * Says whether Plivo signed a request (`X-Plivo-Signature-V3`). Never throws, whatever it gets.
 *
 * It proves who wrote the text, not that the text has one meaning: Plivo joins names and values without a
 * delimiter, and decoded, so a server must also insist on the parameters that it needs, on known query keys,
 * refuse `%26` and `%3D` in the query, and remember the signatures that it has answered.
 *
 * @param request what arrived, with the public address that Plivo used
 * @param tokens the auth token, or several while they rotate; empty ones are never accepted
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
  const { reason } = identify(request ?? {}, goodTokens(tokens));
  return reason === undefined ? { ok: true } : { ok: false, reason };
}

/** A request that Plivo signed; or why it is not Plivo's. */
export type Identity =
  | {
      /** The request by a name of its own: what the first of the tokens makes of its text. */
      readonly id: string;
      /** What Plivo signed, with the nonce: the same wherever other tokens come first. */
      readonly signed: string;
      readonly reason?: undefined;
    }
  | { readonly id?: undefined; readonly signed?: undefined; readonly reason: RefusalReason };

/**
 * The same as {@link verifyRequest}, with a name for the request. Two requests have one name if and only if Plivo would
 * sign the same text for both, whichever of the tokens signed them and however the header was written.
 *
 * @param tokens none of them is empty
 */
export function identify(request: ReceivedRequest, tokens: readonly string[]): Identity {
  try {
    return identity(request, tokens);
  } catch {
    // Only an object with traps of its own gets here; a form has none.
    return { reason: 'params' };
  }
}

function identity(received: ReceivedRequest, tokens: readonly string[]): Identity {
  if (tokens.length === 0) return { reason: 'token' };
  const { signature, nonce, url } = received;
  if (typeof signature !== 'string' || signature === '' || typeof nonce !== 'string')
    return { reason: 'missing' };
  if (!goodNonce.test(nonce)) return { reason: 'nonce' };
  // A fragment is not signed, and some routers read it as the query.
  if (typeof url === 'string' && url.includes('#')) return { reason: 'url' };
  const unnumbered = signedText(received);
  if ('reason' in unnumbered) return unnumbered;

  const signed = `${unnumbered.text}.${nonce}`;
  const wanted = tokens.map((token) => createHmac('sha256', token).update(signed).digest('base64'));
  const given = signature.split(',');
  let matches = false;
  for (const each of wanted) for (const one of given) matches = isSame(one.trim(), each) || matches;
  return matches ? { id: wanted[0]!, signed } : { reason: 'mismatch' };
}

// Made once: to make two for each request costs as much as to compare them ten times.
const [left, right] = [Buffer.alloc(44), Buffer.alloc(44)];

/** Compares two signatures, as text and in constant time. */
function isSame(given: string, wanted: string): boolean {
  if (!base64Of32Bytes.test(given)) return false;
  left.write(given, 'latin1');
  right.write(wanted, 'latin1');
  return timingSafeEqual(left, right);
}

/** Those of the tokens that can be one. */
function goodTokens(tokens: unknown): readonly string[] {
  try {
    return [tokens].flat().filter((token) => typeof token === 'string' && token.trim() !== '') as string[];
  } catch {
    return [];
  }
}
