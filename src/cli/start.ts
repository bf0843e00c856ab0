/**
 * `plivo-jsx start`: serves the flows until it is told to stop.
 * @module
 */
import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { PlivoJsxError } from '../errors.ts';
import { createApp } from '../fastify/app.ts';
import { stopInOrder } from '../fastify/stop.ts';
import { readNothing } from './arguments.ts';
import { banner } from './banner.ts';
import { commands } from './commands.ts';
import { checkForServing, readEnvironment, type Environment } from './environment.ts';
import { findFlows } from './find-flows.ts';
import { readableLog } from './readable-log.ts';

/** Serves; comes back when the server listens, and the process stays. */
export async function run(args: readonly string[]): Promise<number> {
  readNothing(args, commands['start']!.usage);
  const environment = readEnvironment(process.env);
  checkForServing(environment);
  const { publicUrl, authTokens, production } = environment;
  const app = await createApp({
    flows: await findFlows('flows'),
    publicUrl,
    authTokens,
    development: !production,
    logger: production ? true : { stream: readableLog(process.stdout) },
  });
  if (environment.metrics !== undefined) {
    const { serveMetrics } = await import('./serve-metrics.ts');
    await serveMetrics(app, environment.metrics.host, environment.metrics.port);
  }
  await app.ready();
  await listen(app, environment);
  stopInOrder(app, production);
  const { port } = app.server.address() as AddressInfo;
  if (production) app.log.info({ flows: app.plivoFlows.map(({ name }) => name) }, 'serving');
  else console.log(banner(app.plivoFlows, { ...environment, port }));
  return 0;
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
