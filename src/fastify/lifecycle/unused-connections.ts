/**
 * Connections on which nothing has come yet. Node looks after them no more once it closes a server, and a single one would
 * keep it from ending.
 * @module
 */
import type { FastifyInstance } from 'fastify';
import type { Socket } from 'node:net';

/** How long a closing app waits for the first byte, in milliseconds: a request may be on its way. */
const patience = 1_000;

/** Closes them when the app closes. */
export function closeUnused(app: FastifyInstance): void {
  const sockets = new Set<Socket>();
  app.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  app.addHook('preClose', async () => {
    const close = () => {
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    };
    setTimeout(close, patience).unref();
  });
}
