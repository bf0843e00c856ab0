/**
 * The time of a request: the real one or, for local use, the one that a phone or a test says.
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readTime, timeHeader, writeTime } from '../time-header.ts';
import { isForLocalUse, type ServerState } from './server-state.ts';

/** Returns milliseconds since 1970. The reply says when it is not the real time. */
export function requestTime(request: FastifyRequest, reply: FastifyReply, state: ServerState): number {
  const header = request.headers[timeHeader];
  // Whoever sets the clock decides what callers reach: nobody may where others reach the app.
  const time = header === undefined || !isForLocalUse(state) ? undefined : readTime(header);
  if (time === undefined) return Date.now();
  void reply.header(timeHeader, writeTime(time));
  return time;
}
