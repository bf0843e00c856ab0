/**
 * Connections on which no reply is due. Node looks after them no more once it closes a server: neither a connection on which
 * nothing came, nor half of a request, nor one whose reply came before its body would ever end, and a single one keeps the
 * server from ending.
 * @module
 */
import type { FastifyInstance } from 'fastify';
import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { serversOf } from './servers.ts';

/** How long a closing app waits for a whole request, in milliseconds: it may be on its way. */
const patience = 1_000;

/** When it waits for no reply any more, in milliseconds: Plivo gives up before, and who does not read one may hold it. */
const longest = 15_000;

/** Closes them when the app closes. */
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
