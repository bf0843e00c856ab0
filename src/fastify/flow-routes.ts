/**
 * The routes of a flow: one a level, and one for levels that are gone.
 * @module
 */
import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PlivoJsxError } from '../errors.ts';
import type { Flow } from '../flow/flow.ts';
import { methodsOf } from '../flow/level.ts';
import { AuthoredValues } from '../flow/authored-values.ts';
import { parseForm } from './form.ts';
import { markedHref } from './retry-marker.ts';
import { LevelServer } from './level/serve-level.ts';
import { readWebhook } from './webhook.ts';
import type { ServerState } from './server-state.ts';
import { failureOf } from './report/failure.ts';
import { redactorFor } from './report/redact.ts';
import { refusePrefix } from './options.ts';
import { handleError } from './recover/error-handler.ts';
import { rejectMalformed, rejectMethod } from './reject/reject.ts';
import { authenticate } from './reject/authenticate.ts';
import { queryOf } from './query.ts';
import { isCall, pathOf } from './request.ts';
import { FallbackDocuments, xmlType } from './recover/fallback-documents.ts';
import { report } from './report/report.ts';

/**
 * Makes each level of a flow a route.
 *
 * @throws {@link PlivoJsxError} `E_ROUTE` when another route has the path of a level, `E_OPTION` below a prefix
 */
export function serveFlow(app: FastifyInstance, flow: Flow, live: ServerState): void {
  refusePrefix(app.prefix);
  const sorry = new FallbackDocuments(flow, live.publicUrl, (error) => {
    const { err, text } = failureOf(error, redactorFor({}));
    live.counts.add('render', 'phrases');
    const sentence = `The phrases of ${flow.name} failed; the caller hears those of plivo-jsx.\n${text}`;
    app.log.error({ event: 'render', reason: 'phrases', flow: flow.name, err }, sentence);
  });
  const routes = flow.levels.map((level) => ({ level, methods: methodsOf(level, level === flow.answer) }));
  for (const { level, methods } of routes) {
    if (live.methods.has(level.path) || methods.some((method) => app.hasRoute({ method, url: level.path })))
      throw new PlivoJsxError('E_ROUTE', { path: level.path, flow: flow.name });
  }
  for (const { level, methods } of routes) {
    live.methods.set(level.path, methods);
    live.words.set(level.path, new AuthoredValues(level.schema, flow.languages));
  }
  // Of its own, so that neither another parser nor another error handler of the app comes before ours.
  void app.register(async (scope) => {
    guard(scope, live);
    for (const { level, methods } of routes) {
      const { handle } = new LevelServer(level, flow, sorry, live);
      scope.route({ method: [...methods], url: level.path, exposeHeadRoute: false, handler: handle });
    }
    serveForgotten(scope, flow, sorry, live);
  });
}

/** Lets in nothing but forms, and turns away what is odd with a status and nothing else. */
function guard(scope: FastifyInstance, live: ServerState): void {
  scope.removeAllContentTypeParsers();
  void scope.register(formbody, { parser: parseForm });
  scope.addHook('onRequest', rejectMalformed(live));
  scope.addHook('onRequest', readSignedQuery);
  scope.setErrorHandler(handleError);
}

/** Router options such as `useSemicolonDelimiter` or `querystringParser` must not read what the signature does not cover. */
function readSignedQuery(request: FastifyRequest, _reply: FastifyReply, done: () => void): void {
  request.query = queryOf(request.url);
  done();
}

/** A level that an older version had: a caller who still holds its address begins anew. */
function serveForgotten(
  scope: FastifyInstance,
  flow: Flow,
  sorry: FallbackDocuments,
  live: ServerState,
): void {
  const { path } = flow.answer;
  const url = path === '/' ? '/*' : `${path}/*`;
  if (scope.hasRoute({ method: 'POST', url })) return;
  scope.route({
    method: ['GET', 'POST'],
    url,
    exposeHeadRoute: false,
    handler: (request, reply) => {
      const methods = live.methods.get(pathOf(request));
      if (methods !== undefined) return rejectMethod(request, reply, live, methods);
      if (!isCall(request)) return reply.callNotFound();
      if (!authenticate(request, live).isPlivo) return reply.code(403).send();
      const { lang, baseUrl, isSecondTry, call } = readWebhook(request, reply, live);
      const sequel = isSecondTry ? 'the caller hears an apology' : 'it starts over';
      const sentence = `The flow ${flow.name} has no such level; ${sequel}.`;
      report(request, live.counts, 'state', 'unknown_level', sentence, {
        flow: flow.name,
        call: call.callUuid,
      });
      reply.type(xmlType);
      return isSecondTry
        ? sorry.apology(lang, baseUrl)
        : sorry.startOver(lang, markedHref(path, {}), baseUrl);
    },
  });
}
