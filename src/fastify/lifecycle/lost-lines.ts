/**
 * Log lines that were lost: counted at once, and reported when the log can be written again.
 * @module
 */
import type { FastifyInstance } from 'fastify';
import { serverStateOf } from '../server-state.ts';

/** Counts writes of the log that failed and messages that were dropped. */
export function countLost(app: FastifyInstance) {
  const { counts } = serverStateOf(app);
  return {
    failed: () => counts.add('log', 'error'),
    dropped: () => counts.add('log', 'dropped'),
    recovered(messages: number) {
      const sentence = `The log could not be written for a while; ${messages} of its messages were dropped.`;
      app.log.warn({ event: 'log', reason: 'dropped', messages }, sentence);
    },
  };
}
