/**
 * Connections on which nothing has come yet. Node looks after them no more once it closes a server, and a single one would
 * keep it from ending.
 * @module
 */
import type { FastifyInstance } from 'fastify';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { serversOf } from './servers.ts';

/** How long a closing app waits for the first byte, in milliseconds: a request may be on its way. */
const patience = 1_000;

/** Closes them when the app closes. */
export function closeUnusedConnections(app: FastifyInstance): void {
  const sockets = new Set<Socket>();
  const watch = (server: Server) =>
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
  watch(app.server);
  // The others are made when the app listens.
  app.addHook('onListen', async () => serversOf(app).slice(1).forEach(watch));
  app.addHook('preClose', async () => {
    const close = () => {
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    };
    setTimeout(close, patience).unref();
  });
}
