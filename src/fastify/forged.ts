/**
 * Whether a request is Plivo's at all.
 * @module
 */
import type { FastifyRequest } from 'fastify';
import { verifyRequest } from '../call/signature/verify.ts';
import type { Settings } from './options.ts';
import { fieldsOf } from './request.ts';

/** True when a request must be signed and Plivo did not sign it; the log then says why. */
export function isForged(request: FastifyRequest, { authTokens, publicUrl }: Settings): boolean {
  if (authTokens.length === 0) return false;
  const verdict = verifyRequest(
    {
      method: request.method,
      url: `${publicUrl}${request.raw.url}`,
      params: request.method === 'POST' ? fieldsOf(request) : {},
      signature: signaturesOf(request),
      nonce: header(request, 'x-plivo-signature-v3-nonce'),
    },
    authTokens,
  );
  if (verdict.ok) return false;
  const { reason } = verdict;
  const { url: route } = request.routeOptions;
  request.log.warn({ reason, route }, `Refused a request to ${route}: ${reason}`);
  return true;
}

/** A call of a subaccount is signed twice, with its own token and with that of the main account. */
function signaturesOf(request: FastifyRequest): string | undefined {
  const own = header(request, 'x-plivo-signature-v3');
  const main = header(request, 'x-plivo-signature-ma-v3');
  return own === undefined || main === undefined ? (own ?? main) : `${own},${main}`;
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}
