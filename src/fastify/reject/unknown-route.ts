/**
 * Requests to addresses that no route has.
 * @module
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { serverStateOf, type ServerState } from '../server-state.ts';
import { isCall, pathOf } from '../request.ts';
import { plainApology, xmlType } from '../recover/fallback-documents.ts';
import { report } from '../report/report.ts';
import { reject, rejectMethod } from './reject.ts';
import { rejectionOf } from './request-line.ts';
import { isSigned, authenticate } from './authenticate.ts';

/** Answers what no route answers. In a context of its own, so that no other request has to pass its hook. */
export async function unknownRoutes(scope: FastifyInstance): Promise<void> {
  scope.addHook('onRequest', refuseUnrouted);
  scope.setNotFoundHandler(answerUnrouted);
}

/** Refuses at once what would be refused at a level as well, and other methods than those of a level. */
function refuseUnrouted(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const live = serverStateOf(request.server);
  const refusal = rejectionOf(request.raw);
  if (refusal !== undefined) return void reject(request, reply, live, refusal);
  const methods = live.methods.get(pathOf(request));
  if (methods === undefined) done();
  else rejectMethod(request, reply, live, methods);
}

/** Says sorry when it is Plivo who asks: a wrong address in its console must not be dead air. */
function answerUnrouted(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const live = serverStateOf(request.server);
  if (!isPlivo(request, live)) return reject(request, reply, live, { status: 404, reason: 'path' });
  const sentence =
    'Plivo asked for an address that no level has; the caller hears an apology. ' +
    'Fix: look at the addresses in the console of Plivo and at the levels that are listed at start.';
  report(request, live.counts, 'route', 'unknown', sentence);
  return reply.type(xmlType).send(plainApology);
}

function isPlivo(request: FastifyRequest, live: ServerState): boolean {
  if (request.method !== 'GET' && request.method !== 'POST') return false;
  if (live.authTokens.length === 0) return isCall(request);
  return isSigned(request) && authenticate(request, live).isPlivo;
}
