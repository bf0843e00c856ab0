/**
 * The plugin: JSX replies, the routes of flows, and failures that speak.
 * @module
 */
import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { JsxElement } from '../../jsx-runtime/element.ts';
import { PlivoJsxError } from '../errors.ts';
import { refuseUnclaimed, type Flow } from '../flow/flow.ts';
import { methodsOf } from '../flow/level.ts';
import { problemText } from '../render/problem.ts';
import { render } from '../render/render.ts';
import { withDeadline } from './deadline.ts';
import { settingsOf, type PlivoJsxOptions, type Settings } from './options.ts';
import { baseUrlOf, fieldsOf, forgery } from './request.ts';
import { LevelServer, xmlType } from './serve-level.ts';
import { plainApology, Sorry } from './sorry.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Serves a flow: each of its levels becomes a route. */
    plivoFlow(flow: Flow): void;
    /** The flows that are served. */
    readonly plivoFlows: readonly Flow[];
  }
}

/**
 * The plugin: routes may return JSX, flows become routes, and failures speak.
 *
 * @throws {@link PlivoJsxError} at start: `E_OPTION`, `E_ROUTE` (a path is served twice), `E_LEVEL_ALONE`
 * @example
 * ```tsx
 * import Fastify from 'fastify';
 * import { Response, Speak } from 'plivo-jsx';
 * import plivoJsx from 'plivo-jsx/fastify';
 *
 * const app = Fastify();
 * await app.register(plivoJsx);
 * app.post('/answer', () => (
 *   <Response>
 *     <Speak>Hello</Speak>
 *   </Response>
 * ));
 * ```
 */
export const plivoJsx = fastifyPlugin(plugin, { name: 'plivo-jsx', fastify: '5.x' });

async function plugin(app: FastifyInstance, options: PlivoJsxOptions): Promise<void> {
  const settings = settingsOf(options);
  const flows: Flow[] = [];
  if (!app.hasContentTypeParser('application/x-www-form-urlencoded')) await app.register(formbody);
  app.decorate('plivoFlows', flows);
  app.decorate('plivoFlow', function plivoFlow(this: FastifyInstance, flow: Flow) {
    serveFlow(this, flow, settings);
    flows.push(flow);
  });
  app.addHook('preSerialization', async (request, reply, payload) =>
    payload instanceof JsxElement ? speak(request, reply, payload, settings) : payload,
  );
  app.addHook('onSend', (request, reply, payload, done) => {
    if (reply.statusCode < 500 || !isCall(request)) return done(null, payload);
    request.log.error(
      { reason: 'handler' },
      `${request.routeOptions.url ?? 'A route'} failed; the caller hears an apology.`,
    );
    reply.code(200).type(xmlType).removeHeader('content-length');
    done(null, plainApology);
  });
  app.addHook('onReady', async () => refuseUnclaimed());
  for (const flow of settings.flows) app.plivoFlow(flow);
}

function serveFlow(app: FastifyInstance, flow: Flow, settings: Settings): void {
  const sorry = new Sorry(flow);
  for (const level of flow.levels) {
    const methods = methodsOf(level, level === flow.answer);
    for (const method of methods) {
      if (app.hasRoute({ method, url: level.path }))
        throw new PlivoJsxError('E_ROUTE', { path: level.path, flow: flow.name });
    }
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
      if (forgery(request, settings) !== undefined) return reply.code(403).send();
      request.log.warn(
        { reason: 'unknown_level', flow: flow.name },
        `The flow ${flow.name} has no such level; it starts over.`,
      );
      const { lang } = request.query as { lang?: unknown };
      return reply.type(xmlType).send(sorry.startOver(lang, path, baseUrlOf(request, settings)));
    },
  });
}

/** Prints what a route returned; a document that cannot be printed becomes an apology. */
async function speak(
  request: FastifyRequest,
  reply: FastifyReply,
  node: JsxElement,
  settings: Settings,
): Promise<string> {
  reply.type(xmlType).serializer((text: string) => text);
  const route = request.routeOptions.url ?? 'A route';
  try {
    const xml = render(node, {
      baseUrl: baseUrlOf(request, settings),
      development: settings.development,
      onWarning: (problem) => request.log.warn({ code: problem.code }, problemText(problem)),
    });
    if (typeof xml === 'string') return xml;
    const result = await withDeadline(xml, settings.deadline, () => {});
    if (!result.late) return result.value;
    request.log.error(
      { reason: 'deadline' },
      `${route} took longer than ${settings.deadline} ms; the caller hears an apology.`,
    );
  } catch (error) {
    const message = error instanceof Error ? error.message : String(typeof error);
    request.log.error(
      { reason: 'render', err: error },
      `${route} failed; the caller hears an apology.\n${message}`,
    );
  }
  return plainApology;
}

/** True for a request about a call: every voice webhook of Plivo carries the id of its call. */
const isCall = (request: FastifyRequest) => typeof fieldsOf(request)['CallUUID'] === 'string';
