/**
 * The readiness probe of a load balancer.
 * @module
 */
import type { FastifyInstance } from 'fastify';
import { serverStateOf } from '../server-state.ts';

/** Adds `/ready`: 200 while the app accepts calls, 503 once it drains. */
export async function probes(app: FastifyInstance): Promise<void> {
  app.get('/ready', (_request, reply) =>
    serverStateOf(app).isDraining
      ? reply.code(503).header('connection', 'close').send('draining')
      : reply.send('ready'),
  );
}
