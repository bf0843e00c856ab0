/**
 * The routes of a flow: one for each level, and one for levels that no longer exist.
 * @module
 */
import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PlivoJsxError } from '../errors.ts';
import { assertAllAssigned, type Flow } from '../flow/flow.ts';
import { parseForm } from './form.ts';
import { servedLevelsOf, type ServedLevel } from './level-table.ts';
import { rejectPrefix } from './options.ts';
import { queryOf } from './query.ts';
import { FallbackDocuments } from './recover/fallback-documents.ts';
import { handleError } from './recover/plain-routes.ts';
import { startOver } from './recover/unknown-level.ts';
import { rejectMalformed, rejectMethod } from './reject/reject.ts';
import { failureOf } from './report/failure.ts';
import { redactorFor } from './report/redact.ts';
import { pathOf } from './request.ts';
import { respond } from './respond.ts';
import { serverStateOf, type ServerState } from './server-state.ts';

/**
 * Adds a route for each level of a flow.
 *
 * @throws {@link PlivoJsxError} `E_ROUTE` when another route has the path of a level, `E_OPTION` below a prefix
 */
export function serveFlow(app: FastifyInstance, flow: Flow, state: ServerState): void {
  rejectPrefix(app.prefix);
  const served = servedBy(app, flow, state);
  for (const { level, methods } of served) {
    if (methods.some((method) => app.hasRoute({ method, url: level.path })))
      throw new PlivoJsxError('E_ROUTE', { path: level.path, flow: flow.name });
  }
  state.levels.add(served);
  // In a scope of its own: no parser and no error handler of the app may come before ours.
  void app.register(async (scope) => {
    acceptForms(scope, state);
    for (const { level, methods } of served) {
      const { path } = level;
      scope.route({
        method: [...methods],
        url: path,
        exposeHeadRoute: false,
        handler: (request, reply) => respond(request, reply, state, path),
      });
    }
    serveUnknownLevels(scope, flow.answer.path, state);
  });
}

/**
 * Replaces all flows of a running app at once. A level at a new path is answered without a route of its own.
 *
 * @throws {@link PlivoJsxError} `E_LEVEL_ALONE`, `E_ROUTE`, or when phrases cannot be rendered; the old flows stay then
 */
export function replaceFlows(app: FastifyInstance, flows: readonly Flow[]): void {
  assertAllAssigned(flows);
  const state = serverStateOf(app);
  state.levels.replace(flows.flatMap((flow) => servedBy(app, flow, state)));
  state.flows.splice(0, state.flows.length, ...flows);
}

function servedBy(
  app: FastifyInstance,
  flow: Flow,
  { counts, publicUrl }: ServerState,
): readonly ServedLevel[] {
  const fallback = new FallbackDocuments(flow, publicUrl, (error) => {
    const { err, text } = failureOf(error, redactorFor({}));
    counts.add('render', 'phrases');
    const sentence = `The phrases of ${flow.name} failed; the caller hears those of plivo-jsx.\n${text}`;
    app.log.error({ event: 'render', reason: 'phrases', flow: flow.name, err }, sentence);
  });
  return servedLevelsOf(flow, fallback);
}

/** Makes a scope accept forms only, and reject malformed requests before their body is read. */
export function acceptForms(scope: FastifyInstance, state: ServerState): void {
  scope.removeAllContentTypeParsers();
  void scope.register(formbody, { parser: parseForm });
  scope.addHook('onRequest', rejectMalformed(state));
  scope.addHook('onRequest', readSignedQuery);
  scope.setErrorHandler(handleError);
}

/** Reads the query from the text that is signed, whatever the options of the app's router. */
function readSignedQuery(request: FastifyRequest, _reply: FastifyReply, done: () => void): void {
  request.query = queryOf(request.url);
  done();
}

/** Answers URLs below the first level: a caller may still hold the URL of a level that an older version had. */
function serveUnknownLevels(scope: FastifyInstance, answerPath: string, state: ServerState): void {
  const url = answerPath === '/' ? '/*' : `${answerPath}/*`;
  if (scope.hasRoute({ method: 'POST', url })) return;
  scope.route({
    method: ['GET', 'POST'],
    url,
    exposeHeadRoute: false,
    handler: (request, reply) =>
      respondWithoutRoute(request, reply, state) ?? startOver(request, reply, state),
  });
}

/** Answers a level that has no route of its own for this method; undefined when no level has the path. */
export function respondWithoutRoute(
  request: FastifyRequest,
  reply: FastifyReply,
  state: ServerState,
): unknown {
  const path = pathOf(request);
  const methods: readonly string[] | undefined = state.levels.get(path)?.methods;
  if (methods === undefined) return undefined;
  if (!methods.includes(request.method)) return rejectMethod(request, reply, state, methods);
  return respond(request, reply, state, path);
}
