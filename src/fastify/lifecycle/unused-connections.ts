/**
 * Connections without any data. Node does not close them with the server, so a single one would keep the process alive.
 * @module
 */
import type { FastifyInstance } from 'fastify';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { serversOf } from './servers.ts';

/** How long a closing app waits for the first byte, in milliseconds. */
const patience = 1_000;

/** Closes unused connections when the app closes. */
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
