/**
 * The scope of routes that Plivo requests: forms only, malformed requests are rejected, and the query is the one that is signed.
 * @module
 */
import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { parseForm } from './form.ts';
import { readQuery } from './query.ts';
import { handleError } from './recover/server-errors.ts';
import { rejectMalformed } from './reject/reject.ts';
import type { ServerState } from './server-state.ts';

/** Prepares a scope of its own: no parser and no error handler of the app may come before these. */
export function prepareWebhookScope(scope: FastifyInstance, state: ServerState): void {
  scope.removeAllContentTypeParsers();
  void scope.register(formbody, { parser: parseForm });
  scope.addHook('onRequest', rejectMalformed(state));
  scope.addHook('onRequest', readSignedQuery);
  scope.setErrorHandler(handleError);
}

/** Reads the query from the text that is signed, whatever the options of the app's router. */
function readSignedQuery(request: FastifyRequest, _reply: FastifyReply, done: () => void): void {
  request.query = readQuery(request.url);
  done();
}
