/**
 * The routes of a flow, one for each level, and what answers all other paths.
 * @module
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PlivoJsxError } from '../errors.ts';
import { assertAllAssigned, type Flow } from '../flow/flow.ts';
import { servedLevelsOf, type ServedLevel } from './level-table.ts';
import { rejectPrefix } from './options.ts';
import { FallbackDocuments } from './recover/fallback-documents.ts';
import { rejectMethod } from './reject/reject.ts';
import { failureOf } from './report/failure.ts';
import { redactorFor } from './report/redact.ts';
import { writeError } from './report/report.ts';
import { levelPathOf } from './request.ts';
import { respond } from './respond.ts';
import { serverStateOf, type ServerState } from './server-state.ts';
import { answerUnknownLevel, answerUnknownPath } from './unknown-path.ts';
import { prepareWebhookScope } from './webhook-scope.ts';

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
  void app.register(async (scope) => {
    prepareWebhookScope(scope, state);
    for (const { level, methods } of served) {
      const { path } = level;
      scope.route({
        method: [...methods],
        url: path,
        exposeHeadRoute: false,
        handler: (request, reply) => respond(request, reply, state, path),
      });
    }
    serveUnknownLevels(scope, flow.firstLevel.path, state);
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
    writeError(app.log, { event: 'render', reason: 'phrases', flow: flow.name, err }, sentence);
  });
  return servedLevelsOf(flow, fallback);
}

/** Answers URLs below the first level: a caller may still hold the URL of a level that an older version had. */
function serveUnknownLevels(scope: FastifyInstance, firstPath: string, state: ServerState): void {
  const url = firstPath === '/' ? '/*' : `${firstPath}/*`;
  if (scope.hasRoute({ method: 'POST', url })) return;
  scope.route({
    method: ['GET', 'POST'],
    url,
    exposeHeadRoute: false,
    handler: (request, reply) =>
      respondWithoutRoute(request, reply, state) ?? answerUnknownLevel(request, reply, state),
  });
}

/** Answers what no route answers. In a scope of its own, so that no other request passes its hooks. */
export async function serveUnknownPaths(scope: FastifyInstance): Promise<void> {
  const state = serverStateOf(scope);
  prepareWebhookScope(scope, state);
  scope.addHook('onRequest', rejectWrongMethod);
  scope.setNotFoundHandler(
    (request, reply) =>
      respondWithoutRoute(request, reply, state) ?? answerUnknownPath(request, reply, state),
  );
}

/** Rejects a method that the level at this path does not answer, before the body is read. */
function rejectWrongMethod(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const state = serverStateOf(request.server);
  const methods: readonly string[] | undefined = state.levels.get(levelPathOf(request))?.methods;
  if (methods === undefined || methods.includes(request.method)) done();
  else rejectMethod(request, reply, state, methods);
}

/** Answers a level that has no route of its own for this method; undefined when no level has the path. */
function respondWithoutRoute(request: FastifyRequest, reply: FastifyReply, state: ServerState): unknown {
  const path = levelPathOf(request);
  const methods: readonly string[] | undefined = state.levels.get(path)?.methods;
  if (methods === undefined) return undefined;
  if (!methods.includes(request.method)) return rejectMethod(request, reply, state, methods);
  return respond(request, reply, state, path);
}
