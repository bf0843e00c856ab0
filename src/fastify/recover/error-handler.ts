/**
 * What a request gets that failed before or outside of a level. Nothing of an error goes outside.
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { serverStateOf } from '../server-state.ts';
import { failureOf } from '../report/failure.ts';
import { redactorForRequest } from '../report/redact.ts';
import { mayBeCall, routeOf } from '../request.ts';
import { report } from '../report/report.ts';
import { rejectionOfBody, reject } from '../reject/reject.ts';

type Thrown = Partial<Error> & { readonly statusCode?: number };

/** Fastify's error handler. A call is not ended by it: the plugin makes a sentence of every 5xx. */
export function handleError(thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const live = serverStateOf(request.server);
  const refusal = rejectionOfBody(thrown);
  if (refusal !== undefined) return reject(request, reply, live, refusal);
  const { statusCode = 500 } = (thrown ?? {}) as Thrown;
  if (statusCode >= 400 && statusCode < 500) return reply.code(statusCode).send();
  if (!mayBeCall(request, live)) {
    const route = routeOf(request);
    const { err, text } = failureOf(thrown, redactorForRequest(request));
    report(request, live.counts, 'render', 'handler', `${route} failed.\n${text}`, { route, err });
  }
  return reply.code(500).send();
}
