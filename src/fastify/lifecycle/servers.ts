/**
 * The servers of an app. For the host `localhost`, Fastify's default, there is one for each address of the name. Fastify closes
 * the further servers last, and does not wait for their requests.
 * @module
 */
import type { FastifyInstance } from 'fastify';
import type { Server } from 'node:http';
import { serverStateOf } from '../server-state.ts';
import { rejectConnection } from '../reject/connection.ts';

/** All servers of a listening app; before it listens, the first one. */
export function serversOf(app: FastifyInstance): readonly Server[] {
  return [app.server, ...furtherServersOf(app)];
}

function furtherServersOf(app: FastifyInstance): readonly Server[] {
  // Fastify has no public access to them.
  const key = Object.getOwnPropertySymbols(app).find(
    ({ description }) => description === 'fastify.serverBindings',
  );
  return key === undefined ? [] : (app as unknown as { readonly [key]: readonly Server[] })[key]!;
}

/** Makes further servers reject invalid HTTP, and close, as the first one does. Their backlog must be accepted before. */
export function configureFurtherServers(app: FastifyInstance): void {
  const closed: Promise<void>[] = [];
  app.addHook('onListen', async () => {
    for (const server of furtherServersOf(app))
      server.on('clientError', (error, socket) =>
        rejectConnection(
          error,
          socket as Parameters<typeof rejectConnection>[1],
          serverStateOf(app),
          app.log,
        ),
      );
  });
  app.addHook('preClose', async () => {
    for (const server of furtherServersOf(app))
      closed.push(new Promise((resolve) => void server.close(() => resolve())));
  });
  app.addHook('onClose', async () => void (await Promise.all(closed)));
}
