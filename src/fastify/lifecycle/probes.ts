/**
 * The page that a load balancer asks.
 * @module
 */
import type { FastifyInstance } from 'fastify';
import { serverStateOf } from '../server-state.ts';

/** Adds `/ready`: 200 while calls may come here, 503 once the app is about to stop. */
export async function probes(app: FastifyInstance): Promise<void> {
  app.get('/ready', (_request, reply) =>
    serverStateOf(app).isDraining
      ? reply.code(503).header('connection', 'close').send('draining')
      : reply.send('ready'),
  );
}
