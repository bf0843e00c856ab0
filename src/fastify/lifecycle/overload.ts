/**
 * Overload protection.
 * @module
 */
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import type { ServerState } from '../server-state.ts';

/** The delay of the event loop at which callers are asked to hold, in milliseconds. */
const mostDelay = 250;

/** How often the delay is measured, in milliseconds. */
const sampleInterval = 500;

/**
 * Watches the event loop, in a scope without routes: Plivo ends a call on the 503 that the library would send, so levels answer
 * an overload themselves.
 */
export async function watchOverload(app: FastifyInstance, live: ServerState): Promise<void> {
  await app.register(async (scope) => {
    if (!scope.hasDecorator('isUnderPressure'))
      await scope.register(underPressure, { maxEventLoopDelay: mostDelay, sampleInterval });
    live.isOverloaded = () => scope.isUnderPressure();
  });
}
