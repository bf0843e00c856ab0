/**
 * The plugin: routes may return JSX, flows become routes, and failures become apologies.
 * @module
 */
import formbody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import type { JsxElement } from '../../jsx-runtime/element.ts';
import { assertAllAssigned, type Flow } from '../flow/flow.ts';
import { isElement, isForeignElement } from '../render/node-kind.ts';
import { createServerState } from './server-state.ts';
import { rejectPrefix, settingsOf, type PlivoJsxOptions } from './options.ts';
import { watchOverload } from './lifecycle/overload.ts';
import { serveFlow } from './flow-routes.ts';
import { replaceServerErrors } from './recover/server-errors.ts';
import { renderReply } from './render-reply.ts';
import { Metrics } from './report/metrics.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Serves a flow: each of its levels becomes a route. The option `flows` does the same at start.
     *
     * @param flow its paths must be its own
     * @throws {@link PlivoJsxError} `E_ROUTE` when another route has the path of a level; `E_OPTION` below a prefix, or when its
     *   phrases have an async component; {@link RenderError} when its phrases are not valid
     * @example
     * ```tsx
     * import Fastify from 'fastify';
     * import { flow, Hangup, level, Response } from 'plivo-jsx';
     * import plivoJsx from 'plivo-jsx/fastify';
     *
     * const closed = level('/closed', () => (
     *   <Response>
     *     <Hangup reason="busy" />
     *   </Response>
     * ));
     * const app = Fastify();
     * await app.register(plivoJsx);
     * app.plivoFlow(flow('closed', { levels: [closed] }));
     * ```
     */
    plivoFlow(flow: Flow): void;
    /** The flows that are served, in the order in which they were given. */
    readonly plivoFlows: readonly Flow[];
    /**
     * The metrics since the start, in the text format of Prometheus; see `docs/reference/metrics.md`. They hold no data of
     * callers, but the paths of levels: serve them where the public has no access.
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
     * Starts draining: from now on each reply closes its connection. Call it before `close()`, so that clients open their next
     * connection elsewhere; `plivo-jsx start` does it by itself.
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
 * The plugin: routes may return JSX, flows become routes, and failures become apologies.
 *
 * @throws {@link PlivoJsxError} at start: `E_OPTION`, `E_ROUTE` (a path is served twice), `E_LEVEL_ALONE`;
 *   {@link RenderError} when the phrases of a flow are not valid
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
  rejectPrefix(options.prefix);
  const settings = settingsOf(options);
  const state = createServerState(app, settings);
  const metrics = new Metrics(state.counts);
  const { flows } = state;
  if (!app.hasContentTypeParser('application/x-www-form-urlencoded')) await app.register(formbody);
  app.decorate('plivoFlows', flows);
  app.decorate('plivoFlow', function plivoFlow(this: FastifyInstance, flow: Flow) {
    serveFlow(this, flow, state);
    flows.push(flow);
  });
  app.decorate('plivoMetrics', () => metrics.text());
  app.decorate('plivoDrain', () => void (state.isDraining = true));
  app.addHook('preSerialization', async (request, reply, payload) =>
    isElement(payload) || isForeignElement(payload)
      ? renderReply(request, reply, payload as JsxElement, state)
      : payload,
  );
  replaceServerErrors(app, state);
  app.addHook('onReady', async () => assertAllAssigned(flows));
  watchOverload(app, state);
  for (const flow of settings.flows) app.plivoFlow(flow);
}
