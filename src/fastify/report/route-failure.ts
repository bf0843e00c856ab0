/**
 * Reports the failure of a route.
 * @module
 */
import type { FastifyRequest } from 'fastify';
import { routeOf } from '../request.ts';
import type { ServerState } from '../server-state.ts';
import { failureOf } from './failure.ts';
import { redactorForRequest } from './redact.ts';
import { report } from './report.ts';

/** Reports that a route failed, and what that means for the caller. */
export function reportRouteFailure(
  request: FastifyRequest,
  { counts }: ServerState,
  reason: 'invalid' | 'error' | 'handler',
  error: unknown,
  consequence = '; the caller hears an apology',
): void {
  const route = routeOf(request);
  const { err, text } = error === undefined ? { text: '' } : failureOf(error, redactorForRequest(request));
  report(request, counts, 'render', reason, `${route} failed${consequence}.\n${text}`.trim(), { route, err });
}
