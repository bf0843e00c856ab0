/**
 * Connections that the system has made and the process has not taken yet. Whoever waits there has sent a request already,
 * and is cut off when the process stops listening.
 * @module
 */
import type { FastifyInstance } from 'fastify';
import { serversOf } from './servers.ts';

/** More than the system lets wait. */
const mostTurns = 2_000;

/** Turns of the event loop in which nobody came; the first may have been half over. */
const quietTurns = 2;

/** Takes them all, one in each turn of the event loop: a hook to run right before the servers close. */
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
