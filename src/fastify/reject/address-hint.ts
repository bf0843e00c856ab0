/**
 * A hint when Plivo's own requests are rejected: the configured public URL differs from the one that Plivo uses.
 * @module
 */
import type { FastifyRequest } from 'fastify';
import { likelyAddress } from '../../webhook/signature/likely-address.ts';
import type { ReceivedRequest } from '../../webhook/signature/verify.ts';
import type { ServerState } from '../server-state.ts';
import { redactorForRequest } from '../report/redact.ts';
import { report } from '../report/report.ts';
import { RateLimit } from '../report/rate-limit.ts';

/** A search takes up to 64 hashes, and anyone can cause one. */
const triesASecond = 1;

/** Reports once which public URL a mismatching signature would fit. */
export function hintAtAddress(request: FastifyRequest, state: ServerState, received: ReceivedRequest): void {
  const { publicUrl = '', authTokens, counts, rateLimits } = state;
  if (counts.of('auth', 'url_hint') > 0) return;
  const rateLimit = rateLimits.get('hint') ?? new RateLimit(triesASecond);
  rateLimits.set('hint', rateLimit);
  if (rateLimit.take(performance.now()) === undefined) return;
  const { headers, raw } = request;
  const likely = likelyAddress(
    {
      ...received,
      publicUrl,
      target: raw.url ?? '',
      host: headers.host,
      forwardedHost: headers['x-forwarded-host']?.toString(),
      forwardedPrefix: headers['x-forwarded-prefix']?.toString(),
    },
    authTokens,
  );
  if (likely === undefined) return;
  const redact = redactorForRequest(request);
  const { url: route } = request.routeOptions;
  const sentence = redact(`${likely.message}\nFix: ${likely.fix}`);
  report(request, counts, 'auth', 'url_hint', sentence, { route });
}
