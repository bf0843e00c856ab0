/**
 * The routes of a flow: one a level, and one for levels that are gone.
 * @module
 */
import type { FastifyInstance } from 'fastify';
import { PlivoJsxError } from '../errors.ts';
import type { Flow } from '../flow/flow.ts';
import { methodsOf } from '../flow/level.ts';
import { isForged } from './forged.ts';
import type { Settings } from './options.ts';
import { isCall } from './request.ts';
import { secondTry } from './second-try.ts';
import { LevelServer } from './serve-level.ts';
import { Sorry, xmlType } from './sorry.ts';
import { webhookOf } from './webhook.ts';

/**
 * Makes each level of a flow a route.
 *
 * @throws {@link PlivoJsxError} `E_ROUTE` when another route has the path of a level
 */
export function serveFlow(app: FastifyInstance, flow: Flow, settings: Settings): void {
  const sorry = new Sorry(flow, settings.publicUrl);
  const routes = flow.levels.map((level) => ({ level, methods: methodsOf(level, level === flow.answer) }));
  for (const { level, methods } of routes) {
    if (methods.some((method) => app.hasRoute({ method, url: level.path })))
      throw new PlivoJsxError('E_ROUTE', { path: level.path, flow: flow.name });
  }
  for (const { level, methods } of routes) {
    const { handle } = new LevelServer(level, flow, sorry, settings);
    app.route({ method: [...methods], url: level.path, exposeHeadRoute: false, handler: handle });
  }
  serveForgotten(app, flow, sorry, settings);
}

/** A level that an older version had: a caller who still holds its address begins anew. */
function serveForgotten(app: FastifyInstance, flow: Flow, sorry: Sorry, settings: Settings): void {
  const { path } = flow.answer;
  const url = path === '/' ? '/*' : `${path}/*`;
  if (app.hasRoute({ method: 'POST', url })) return;
  app.route({
    method: ['GET', 'POST'],
    url,
    exposeHeadRoute: false,
    handler: (request, reply) => {
      if (!isCall(request)) return reply.callNotFound();
      if (isForged(request, settings)) return reply.code(403).send();
      const { lang, baseUrl, isSecondTry } = webhookOf(request, settings);
      const sequel = isSecondTry ? 'the caller hears an apology' : 'it starts over';
      request.log.warn(
        { reason: 'unknown_level', flow: flow.name },
        `The flow ${flow.name} has no such level; ${sequel}.`,
      );
      reply.type(xmlType);
      return isSecondTry ? sorry.apology(lang, baseUrl) : sorry.startOver(lang, secondTry(path, {}), baseUrl);
    },
  });
}
