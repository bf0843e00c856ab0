/**
 * `plivo-jsx start`: serves the flows until it is told to stop.
 * @module
 */
import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { PlivoJsxError } from '../../errors.ts';
import { readNothing } from '../arguments.ts';
import { commands } from '../commands.ts';
import { checkForServing, readEnvironment, type Environment } from '../environment/environment.ts';
import { findFlows } from '../load-flows/find-flows.ts';
import { outputTo, takeStreams } from '../output.ts';
import { findParent, onceParentIsGone } from '../parent.ts';
import { inLines } from '../terminal.ts';
import { banner, unsigned } from './start/banner.ts';
import { readableLog } from './start/readable-log.ts';

// Fastify loads Ajv for the schemas of routes, a sixth of its start. Ours have none.
const refuse = () => {
  throw new Error('The routes that plivo-jsx serves have no schemas.');
};
const noSchemas = { compilersFactory: { buildValidator: refuse, buildSerializer: refuse } };

/** How long the end of a server waits for its log to be written, in milliseconds. */
const flushFor = 500;

/** Serves; comes back when the server listens, and the process stays. */
export async function run(args: readonly string[]): Promise<number> {
  readNothing(args, commands['start']!.usage);
  const hasParent = findParent(process.env);
  const environment = readEnvironment(process.env);
  checkForServing(environment);
  const { publicUrl, authTokens, production } = environment;
  // Flows are compiled in another process, while this one loads Fastify.
  const [flows, { createAppWith }, { countLost }] = await Promise.all([
    findFlows('flows'),
    import('../../fastify/app.ts'),
    import('../../fastify/lifecycle/lost-lines.ts'),
  ]);
  const output = outputTo(process.stdout);
  const logger = { stream: production ? output : readableLog(output, process.stdout.isTTY) };
  const options = { flows, publicUrl, authTokens, development: !production, logger };
  const app = await createAppWith(options, { schemaController: noSchemas });
  output.listener = countLost(app);
  app.addHook('onClose', () => output.flushed(flushFor));
  const metrics = environment.metrics && (await serveMetrics(app, environment.metrics));
  await app.ready();
  // Only the end needs it, so the start does not wait for it.
  const [{ stopInOrder }] = await Promise.all([
    import('../../fastify/lifecycle/stop.ts'),
    listen(app, environment),
  ]);
  // Not before: whatever kept it from serving is told by a process that exits at once.
  takeStreams(output);
  onceParentIsGone(hasParent, stopInOrder(app, production));
  const { port } = app.server.address() as AddressInfo;
  if (production && authTokens.length === 0) app.log.warn({ event: 'auth', reason: 'unsigned' }, unsigned);
  if (production) app.log.info({ flows: app.plivoFlows.map(({ name }) => name), metrics }, 'serving');
  else console.log(inLines(banner(app.plivoFlows, { ...environment, port }, metrics)));
  return 0;
}

async function serveMetrics(app: FastifyInstance, at: NonNullable<Environment['metrics']>): Promise<string> {
  const served = await import('./start/serve-metrics.ts');
  return served.serveMetrics(app, at.host, at.port);
}

async function listen(app: FastifyInstance, { host, port, production }: Environment): Promise<void> {
  try {
    await app.listen({
      host,
      port,
      listenTextResolver: (address) => (production ? `listening on ${address}` : ''),
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new PlivoJsxError('E_PORT', { host, port });
    throw new PlivoJsxError('E_ADDRESS', { host, port }, { cause: error });
  }
}
