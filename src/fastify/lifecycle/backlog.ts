/**
 * Connections that the system has accepted and the process has not yet. Their requests would be lost when the process stops
 * listening.
 * @module
 */
import type { FastifyInstance } from 'fastify';
import { serversOf } from './servers.ts';

/** More than the backlog of the system. */
const mostTurns = 2_000;

/** Turns of the event loop without a new connection; the first one may be incomplete. */
const quietTurns = 2;

/** Accepts them all, one in each turn of the event loop: a hook that runs right before the servers close. */
export async function takeBacklog(this: FastifyInstance): Promise<void> {
  let quiet = 0;
  const taken = () => void (quiet = 0);
  const servers = serversOf(this);
  for (const server of servers) server.on('connection', taken);
  for (let turn = 0; turn < mostTurns && quiet < quietTurns; turn++) {
    quiet++;
    await new Promise(setImmediate);
  }
  for (const server of servers) server.off('connection', taken);
}
