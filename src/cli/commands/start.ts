/**
 * `plivo-jsx start`: serves the flows until a signal ends it. It owns its process: streams, signals and the exit.
 * @module
 */
import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import type { RedisStore } from '../../redis/index.ts';
import { rejectArguments } from '../arguments.ts';
import type { Invocation } from '../command.ts';
import { checkForServing, readEnvironment, type Environment } from '../environment/read-variables.ts';
import { printLine } from '../io.ts';
import { findFlows } from '../load-flows/find-flows.ts';
import { findParent, onParentExit } from '../process/parent.ts';
import { replaceStandardStreams, writerFor } from '../../console/standard-streams.ts';
import { multiLine } from '../../console/sanitize.ts';
import { styleFor } from '../style.ts';
import { banner, unsigned } from './start/banner.ts';
import { listenError } from './start/listen-error.ts';
import { readableLog } from './start/readable-log.ts';

// Fastify loads Ajv for the schemas of routes, which takes a sixth of its start. Our routes have no schemas.
const reject = () => {
  throw new Error('The routes that plivo-jsx serves have no schemas.');
};
const noSchemas = { compilersFactory: { buildValidator: reject, buildSerializer: reject } };

/** How long the end of the server waits until its log is written, in milliseconds. */
const flushTimeout = 500;

/** Serves. Returns when the server listens; the server keeps the process alive. */
export async function run({ args, io, definition }: Invocation): Promise<number> {
  rejectArguments(args, definition.usage);
  const parent = findParent(io.env);
  const environment = readEnvironment(io.env);
  checkForServing(environment);
  const { publicUrl, authTokens, production } = environment;
  // Flows are compiled in another process, while this one loads Fastify.
  const [flows, { createAppWith }, { countLost }, { stopInOrder }] = await Promise.all([
    findFlows('flows', production),
    import('../../fastify/app.ts'),
    import('../../fastify/lifecycle/lost-lines.ts'),
    import('../../fastify/lifecycle/stop.ts'),
  ]);
  const writer = writerFor(process.stdout);
  const logger = { stream: production ? writer : readableLog(writer, styleFor(process.stdout, io.env)) };
  const store = environment.redisUrl === undefined ? undefined : await storeAt(environment.redisUrl);
  const options = { flows, publicUrl, authTokens, store, development: !production, logger };
  const app = await createAppWith(options, { schemaController: noSchemas });
  if (store !== undefined) app.addHook('onClose', () => store.close());
  writer.listener = countLost(app);
  app.addHook('onClose', () => writer.flush(flushTimeout));
  const listening = listen(app, environment);
  // Before the first caller is answered: a signal without a handler ends the process in the middle of a request.
  const stop = stopInOrder(app, production, listening);
  const metrics = await listening;
  // Not earlier: an error before this point is printed by a process that exits at once.
  replaceStandardStreams(writer);
  onParentExit(parent, stop);
  const { port } = app.server.address() as AddressInfo;
  if (production && authTokens.length === 0) app.log.warn({ event: 'auth', reason: 'unsigned' }, unsigned);
  if (production) app.log.info({ flows: app.plivoFlows.map(({ name }) => name), metrics }, 'serving');
  else printLine(io.stdout, multiLine(banner(app.plivoFlows, { ...environment, port }, metrics)));
  return 0;
}

async function storeAt(url: string): Promise<RedisStore> {
  const { redisStore } = await import('../../redis/index.ts');
  return redisStore(url);
}

/** @returns the address of the metrics, if they are served */
async function listen(app: FastifyInstance, environment: Environment): Promise<string | undefined> {
  try {
    const metrics = environment.metrics && (await listenForMetrics(app, environment.metrics));
    await app.ready();
    await listenForCalls(app, environment);
    return metrics;
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function listenForMetrics(
  app: FastifyInstance,
  { host, port }: NonNullable<Environment['metrics']>,
): Promise<string> {
  const { serveMetrics } = await import('./start/serve-metrics.ts');
  return serveMetrics(app, host, port);
}

async function listenForCalls(app: FastifyInstance, { host, port, production }: Environment): Promise<void> {
  const listenTextResolver = (address: string) => (production ? `listening on ${address}` : '');
  try {
    await app.listen({ host, port, listenTextResolver });
  } catch (error) {
    throw listenError(error, { host, port });
  }
}
