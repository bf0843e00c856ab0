/**
 * Connections without a pending reply. Node does not close them with the server: neither one without any data, nor one with half
 * of a request, nor one whose reply was sent before its body arrived. A single one would keep the process alive.
 * @module
 */
import type { FastifyInstance } from 'fastify';
import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { serversOf } from './servers.ts';

/** How long a closing app waits for a whole request, in milliseconds. */
const patience = 1_000;

/** When it stops waiting for replies, in milliseconds: Plivo gives up before, and a client that reads nothing may hold one. */
const longest = 15_000;

/** Closes such connections when the app closes. */
export function closeUnusedConnections(app: FastifyInstance): void {
  /** The newest reply of each connection: replies are sent in the order of their requests. */
  const connections = new Map<Socket, ServerResponse | undefined>();
  const watch = (server: Server) =>
    server
      .on('connection', (socket) => {
        connections.set(socket, undefined);
        socket.once('close', () => connections.delete(socket));
      })
      .on('request', ({ socket }, reply) => void connections.set(socket, reply));
  watch(app.server);
  // The others are made when the app listens.
  app.addHook('onListen', async () => serversOf(app).slice(1).forEach(watch));
  app.addHook('preClose', async () => {
    const since = performance.now();
    const timer = setInterval(() => {
      const isOver = performance.now() - since >= longest;
      for (const [socket, reply] of connections) {
        if (isOver) socket.destroy();
        else if (!isDue(reply)) socket.destroySoon();
      }
      if (connections.size === 0) clearInterval(timer);
    }, patience).unref();
  });
}

const isDue = (reply: ServerResponse | undefined) =>
  reply !== undefined && reply.req.complete && !reply.writableFinished;
