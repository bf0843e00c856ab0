/**
 * Reports the failure of a route without a flow.
 * @module
 */
import type { FastifyRequest } from 'fastify';
import { routeOf } from '../request.ts';
import type { ServerState } from '../server-state.ts';
import { failureOf } from './failure.ts';
import { reportFailure, type FailedRequest } from './report-failure.ts';
import { redactorForRequest } from './redact.ts';
import { report } from './report.ts';

/** Reports that the caller hears an apology instead of what the route should have replied. */
export function reportRouteFailure(
  failed: FailedRequest,
  reason: 'invalid' | 'error' | 'handler',
  thrown: { readonly error: unknown } | undefined,
): void {
  const route = routeOf(failed.request);
  const sentence = `${route} failed; the caller hears an apology.`;
  reportFailure(failed, { event: 'render', reason, answer: 'apology', sentence, details: { route }, thrown });
}

/** Reports the failure of a request that is not of a call: its client gets a status. */
export function reportRequestFailure(request: FastifyRequest, { counts }: ServerState, error: unknown): void {
  const route = routeOf(request);
  const { err, text } = failureOf(error, redactorForRequest(request));
  report(request, counts, 'render', 'handler', `${route} failed.\n${text}`, { route, err });
}
