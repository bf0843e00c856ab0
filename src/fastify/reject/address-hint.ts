/**
 * Why Plivo's own requests are refused, when they are: the address of the settings is not the one that Plivo asks.
 * @module
 */
import type { FastifyRequest } from 'fastify';
import { likelyAddress } from '../../webhook/signature/likely-address.ts';
import type { ReceivedRequest } from '../../webhook/signature/verify.ts';
import type { ServerState } from '../server-state.ts';
import { redactorForRequest } from '../report/redact.ts';
import { report } from '../report/report.ts';
import { RateLimit } from './rate-limit.ts';

/** It takes up to 64 hashes to find out, and anyone can make us try. */
const triesASecond = 1;

/** Tells once what address would have fitted a signature that does not match. */
export function hintAtAddress(request: FastifyRequest, live: ServerState, received: ReceivedRequest): void {
  const { publicUrl = '', authTokens, counts, rateLimits } = live;
  if (counts.of('auth', 'url_hint') > 0) return;
  const allowance = rateLimits.get('hint') ?? new RateLimit(triesASecond);
  rateLimits.set('hint', allowance);
  if (allowance.take(performance.now()) === undefined) return;
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
  const hide = redactorForRequest(request);
  const { url: route } = request.routeOptions;
  const sentence = hide(`${likely.says}\nFix: ${likely.fix}`);
  report(request, counts, 'auth', 'url_hint', sentence, { route });
}
