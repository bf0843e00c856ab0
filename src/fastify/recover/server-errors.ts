/**
 * Server errors: no status 5xx reaches Plivo, and no text of an error goes outside.
 * @module
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { rejectionOfBody, reject } from '../reject/reject.ts';
import { redactorForRequest } from '../report/redact.ts';
import { reportRequestFailure, reportRouteFailure } from '../report/route-failure.ts';
import { mayBeCall } from '../request.ts';
import { serverStateOf, type ServerState } from '../server-state.ts';
import { plainApology, xmlType } from './fallback-documents.ts';

/** Replaces every 5xx of a call by an apology: Plivo ends the call on anything but 200. */
export function replaceServerErrors(app: FastifyInstance, state: ServerState): void {
  const thrown = new WeakMap<FastifyRequest, { readonly error: unknown }>();
  app.addHook('onError', async (request, _reply, error) => void thrown.set(request, { error }));
  app.addHook('onSend', (request, reply, payload, done) => {
    if (reply.statusCode < 500 || !mayBeCall(request, state)) return done(null, payload);
    const redact = redactorForRequest(request);
    reportRouteFailure({ request, reply, state, redact }, 'handler', thrown.get(request));
    reply.code(200).type(xmlType).removeHeader('content-length');
    done(null, plainApology);
  });
}

type Thrown = Partial<Error> & { readonly statusCode?: number };

/** Fastify's error handler: a status and no text, since nothing of an error may go outside. */
export function handleError(thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const state = serverStateOf(request.server);
  const rejection = rejectionOfBody(thrown);
  if (rejection !== undefined) return reject(request, reply, state, rejection);
  const { statusCode = 500 } = (thrown ?? {}) as Thrown;
  if (statusCode >= 400 && statusCode < 500) return reply.code(statusCode).send();
  // The apology of a call reports the failure itself.
  if (!mayBeCall(request, state)) reportRequestFailure(request, state, thrown);
  return reply.code(500).send();
}
