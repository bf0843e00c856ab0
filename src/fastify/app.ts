/**
 * A Fastify app that is set up for Plivo.
 * @module
 */
import Fastify, * as fastify from 'fastify';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import { PlivoJsxError } from '../errors.ts';
import type { Flow } from '../flow/flow.ts';
import { serverStateOf } from './server-state.ts';
import type { PlivoJsxOptions } from './options.ts';
import { plivoJsx } from './plugin.ts';
import { debugRoutes } from './debug-routes.ts';
import { serveUnknownPaths } from './flow-routes.ts';
import { takeBacklog } from './lifecycle/backlog.ts';
import { probes } from './lifecycle/probes.ts';
import { configureFurtherServers } from './lifecycle/servers.ts';
import { closeUnusedConnections } from './lifecycle/unused-connections.ts';
import { handleError } from './recover/server-errors.ts';
import { rejectConnection } from './reject/connection.ts';
import { reject } from './reject/reject.ts';

/** Options of {@link createApp}: those of the plugin, and where the log goes. */
export interface AppOptions extends PlivoJsxOptions {
  /** Fastify's logger: `true`, or options of pino. Of a caller it gets the id of the call only. Default: none; errors are printed to standard error then. */
  readonly logger?: FastifyServerOptions['logger'];
}

/**
 * Makes the app that `plivo-jsx start` serves: the plugin, the routes `/debug`, `/test-xml` and `/ready`, and limits that fit
 * Plivo. In development, `/` lists what is served, unless a level or a route of yours is there. The app reads forms only:
 * Fastify's parsers of JSON and text are removed, so add one for routes that need it.
 *
 * @param options flows, public URL, tokens and the log
 * @throws {@link PlivoJsxError} `E_OPTION` when an option cannot be used; `E_ROUTE` when two levels have the same path, or one
 *   has the path `/debug`, `/test-xml` or `/ready`; {@link RenderError} when the phrases of a flow are not valid. `app.ready()`
 *   and `app.listen()` throw `E_LEVEL_ALONE` when no flow lists a level
 * @example
 * ```tsx
 * import { flow, Hangup, level, Response } from 'plivo-jsx';
 * import { createApp } from 'plivo-jsx/fastify';
 *
 * const closed = level('/closed', () => (
 *   <Response>
 *     <Hangup reason="busy" />
 *   </Response>
 * ));
 * const app = await createApp({ flows: [flow('closed', { levels: [closed] })] });
 * await app.listen({ port: 5000 });
 * ```
 */
export function createApp(options: AppOptions = {}): Promise<FastifyInstance> {
  return createAppWith(options, {});
}

/** Fastify's own line holds the URL, and with GET callbacks the URL holds the caller's number. */
const withoutRequestLog = (): FastifyServerOptions =>
  // An older Fastify 5 has the option alone, which a newer one reports as deprecated.
  'LogController' in fastify
    ? { logController: new fastify.LogController({ disableRequestLogging: true }) }
    : { disableRequestLogging: true };

/** As {@link createApp}, with further options of Fastify. */
export async function createAppWith(
  options: AppOptions,
  server: FastifyServerOptions,
): Promise<FastifyInstance> {
  const { logger = false, ...rest } = options;
  const app: FastifyInstance = Fastify({
    ...server,
    logger,
    ...withoutRequestLog(),
    bodyLimit: 64 * 1024,
    requestTimeout: 10_000,
    connectionTimeout: 15_000,
    keepAliveTimeout: 75_000,
    // Plivo does not retry a 503, so a request that has arrived is answered while the app closes.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 500 },
    http: { maxHeaderSize: 16 * 1024, headersTimeout: 3_000, connectionsCheckingInterval: 500 },
    clientErrorHandler: (error, socket) => rejectConnection(error, socket, serverStateOf(app), app.log),
    frameworkErrors: (_error, request, reply) =>
      reject(request, reply, serverStateOf(app), { status: 400, reason: 'escape' }),
  });
  // Plivo sends forms; an app that wants JSON elsewhere adds Fastify's parser again.
  app.removeAllContentTypeParsers();
  await app.register(plivoJsx, rest);
  await app.register(serveUnknownPaths);
  app.setErrorHandler(handleError);
  rejectReservedPaths(app.plivoFlows);
  await app.register(debugRoutes);
  await app.register(probes);
  app.addHook('preClose', takeBacklog);
  configureFurtherServers(app);
  closeUnusedConnections(app);
  return app;
}

const pages = ['/debug', '/test-xml', '/ready'];

function rejectReservedPaths(flows: readonly Flow[]): void {
  for (const { levels, name } of flows)
    for (const { path } of levels)
      if (pages.includes(path)) throw new PlivoJsxError('E_ROUTE', { path, flow: name });
}
