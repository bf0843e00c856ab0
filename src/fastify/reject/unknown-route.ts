/**
 * Requests to paths that no route has.
 * @module
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { respondWithoutRoute } from '../flow-routes.ts';
import { plainApology, xmlType } from '../recover/fallback-documents.ts';
import { report } from '../report/report.ts';
import { isCall, pathOf } from '../request.ts';
import { serverStateOf, type ServerState } from '../server-state.ts';
import { prepareWebhookScope } from '../webhook-scope.ts';
import { authenticate, isSigned } from './authenticate.ts';
import { reject, rejectMethod } from './reject.ts';

/** Answers what no route answers. In a scope of its own, so that no other request passes its hooks. */
export async function unknownRoutes(scope: FastifyInstance): Promise<void> {
  prepareWebhookScope(scope, serverStateOf(scope));
  scope.addHook('onRequest', rejectWrongMethod);
  scope.setNotFoundHandler(answerUnknownRoute);
}

/** Rejects a method that the level at this path does not answer, before the body is read. */
function rejectWrongMethod(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const state = serverStateOf(request.server);
  const methods: readonly string[] | undefined = state.levels.get(pathOf(request))?.methods;
  if (methods === undefined || methods.includes(request.method)) done();
  else rejectMethod(request, reply, state, methods);
}

/** Apologises when Plivo sent the request: a wrong URL in its console must not be silence. */
function answerUnknownRoute(request: FastifyRequest, reply: FastifyReply): unknown {
  const state = serverStateOf(request.server);
  const answer = respondWithoutRoute(request, reply, state);
  if (answer !== undefined) return answer;
  if (!isPlivo(request, state)) return reject(request, reply, state, { status: 404, reason: 'path' });
  const sentence =
    'Plivo requested a path that no level has; the caller hears an apology. ' +
    'Fix: compare the URLs in the console of Plivo with the levels that are listed at start.';
  report(request, state.counts, 'route', 'unknown', sentence);
  return reply.type(xmlType).send(plainApology);
}

function isPlivo(request: FastifyRequest, state: ServerState): boolean {
  if (request.method !== 'GET' && request.method !== 'POST') return false;
  if (state.authTokens.length === 0) return isCall(request);
  return isSigned(request) && authenticate(request, state).isPlivo;
}
