/**
 * Serves `/metrics` at an address of its own, so that callers of the app cannot read it.
 * @module
 */
import type { FastifyInstance } from 'fastify';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { metricsType } from '../../../fastify/report/metrics.ts';
import { addressOf } from './banner.ts';
import { listenError } from './listen-error.ts';

/**
 * Listens until the app closes.
 *
 * @returns the address of the metrics
 * @throws {@link PlivoJsxError} `E_PORT`, `E_ADDRESS` when it cannot listen there
 */
export async function serveMetrics(app: FastifyInstance, host: string, port: number): Promise<string> {
  const server = createServer((request, reply) => {
    const [path] = (request.url ?? '').split('?', 1);
    if (request.method !== 'GET' || path !== '/metrics') return void reply.writeHead(404).end();
    app.plivoMetrics().then(
      (text) => reply.writeHead(200, { 'content-type': metricsType }).end(text),
      () => reply.writeHead(500).end(),
    );
  });
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw listenError(error, { host, port, variable: 'METRICS_PORT', other: 9465 });
  }
  app.addHook('onClose', async () => void server.close().closeAllConnections());
  return `${addressOf(host, (server.address() as AddressInfo).port)}/metrics`;
}
