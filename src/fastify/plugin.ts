/**
 * The plugin: JSX replies, the routes of flows, and failures that speak.
 * @module
 */
import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { JsxElement } from '../../jsx-runtime/element.ts';
import { refuseUnclaimed, type Flow } from '../flow/flow.ts';
import { createServerState, type ServerState } from './server-state.ts';
import { failureOf } from './report/failure.ts';
import { redactorForRequest } from './report/redact.ts';
import { refusePrefix, settingsOf, type PlivoJsxOptions } from './options.ts';
import { mayBeCall, routeOf } from './request.ts';
import { watchOverload } from './lifecycle/overload.ts';
import { serveFlow } from './flow-routes.ts';
import { plainApology, xmlType } from './recover/fallback-documents.ts';
import { renderReply } from './jsx-reply.ts';
import { Metrics } from './report/metrics.ts';
import { report } from './report/report.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Serves a flow: each of its levels becomes a route. The option `flows` does the same at start.
     *
     * @param flow its paths must be its own
     * @throws {@link PlivoJsxError} `E_ROUTE` when another route has the path of a level
     */
    plivoFlow(flow: Flow): void;
    /** The flows that are served, in the order in which they were given. */
    readonly plivoFlows: readonly Flow[];
    /**
     * What happened since the start, in the text format of Prometheus; see `docs/reference/metrics.md`. There is no caller in it, but
     * the paths of levels are: serve it where the public does not come.
     *
     * @example
     * ```ts
     * import Fastify from 'fastify';
     * import { createApp } from 'plivo-jsx/fastify';
     *
     * const app = await createApp();
     * const metrics = Fastify();
     * metrics.get('/metrics', () => app.plivoMetrics());
     * await metrics.listen({ port: 9464 });
     * ```
     */
    plivoMetrics(): Promise<string>;
    /**
     * Lets go of connections: from now on each reply says that its connection closes. Call it before `close()`, so that
     * whoever keeps connections opens the next one elsewhere; `plivo-jsx start` does it by itself.
     *
     * @example
     * ```ts
     * import { createApp } from 'plivo-jsx/fastify';
     *
     * const app = await createApp();
     * process.once('SIGTERM', async () => {
     *   app.plivoDrain();
     *   await app.close();
     * });
     * ```
     */
    plivoDrain(): void;
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

async function plugin(
  app: FastifyInstance,
  options: PlivoJsxOptions & { readonly prefix?: string },
): Promise<void> {
  refusePrefix(options.prefix);
  const settings = settingsOf(options);
  const live = createServerState(app, settings);
  const metrics = new Metrics(live.counts);
  const flows: Flow[] = [];
  if (!app.hasContentTypeParser('application/x-www-form-urlencoded')) await app.register(formbody);
  app.decorate('plivoFlows', flows);
  app.decorate('plivoFlow', function plivoFlow(this: FastifyInstance, flow: Flow) {
    serveFlow(this, flow, live);
    flows.push(flow);
  });
  app.decorate('plivoMetrics', () => metrics.text());
  app.decorate('plivoDrain', () => void (live.isDraining = true));
  app.addHook('preSerialization', async (request, reply, payload) =>
    payload instanceof JsxElement ? renderReply(request, reply, payload, live) : payload,
  );
  apologize(app, live);
  app.addHook('onReady', async () => refuseUnclaimed(flows));
  await watchOverload(app, live);
  for (const flow of settings.flows) app.plivoFlow(flow);
}

/** Turns every 5xx on a call into a sentence: Plivo ends the call on anything but 200. */
function apologize(app: FastifyInstance, live: ServerState): void {
  const thrown = new WeakMap<FastifyRequest, { readonly error: unknown }>();
  app.addHook('onError', async (request, _reply, error) => void thrown.set(request, { error }));
  app.addHook('onSend', (request, reply, payload, done) => {
    if (reply.statusCode < 500 || !mayBeCall(request, live)) return done(null, payload);
    const { error } = thrown.get(request) ?? {};
    const { err, text } = error === undefined ? { text: '' } : failureOf(error, redactorForRequest(request));
    const sentence = `${routeOf(request)} failed; the caller hears an apology.\n${text}`;
    report(request, live.counts, 'render', 'handler', sentence.trim(), { route: routeOf(request), err });
    reply.code(200).type(xmlType).removeHeader('content-length');
    done(null, plainApology);
  });
}
