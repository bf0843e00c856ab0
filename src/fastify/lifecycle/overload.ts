/**
 * Whether this process keeps up with its callers.
 * @module
 */
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import type { ServerState } from '../server-state.ts';

/** From this delay of the event loop on, in milliseconds, callers are asked to hold. */
const mostDelay = 250;

/** How often the delay is measured, in milliseconds. */
const sampleInterval = 500;

/**
 * Watches the event loop. In a context without routes: what an overloaded app answers is up to its levels, since Plivo
 * ends a call on the 503 that others would send.
 */
export async function watchOverload(app: FastifyInstance, live: ServerState): Promise<void> {
  await app.register(async (scope) => {
    if (!scope.hasDecorator('isUnderPressure'))
      await scope.register(underPressure, { maxEventLoopDelay: mostDelay, sampleInterval });
    live.isOverloaded = () => scope.isUnderPressure();
  });
}
