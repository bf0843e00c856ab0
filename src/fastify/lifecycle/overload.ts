/**
 * Whether this process keeps up with its callers.
 * @module
 */
import type { FastifyInstance } from 'fastify';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { ServerState } from '../server-state.ts';

/** From this delay of the event loop on, in milliseconds, callers are asked to hold. */
const mostDelay = 250;

/** How often the delay is measured, in milliseconds. */
const sampleInterval = 500;

/** The resolution of the measurement, in milliseconds; it is part of each measured delay. */
const resolution = 10;

/**
 * Measures the delay of the event loop until the app closes. Nothing else is measured: memory is read from a file, which
 * throws when strangers hold as many connections as the process may have files.
 */
export function watchOverload(app: FastifyInstance, state: ServerState): void {
  const histogram = monitorEventLoopDelay({ resolution });
  histogram.enable();
  let delay = 0;
  const timer = setInterval(() => {
    // Without a sample the event loop stood still the whole time.
    delay = histogram.count === 0 ? Infinity : histogram.mean / 1e6 - resolution;
    histogram.reset();
  }, sampleInterval).unref();
  state.isOverloaded = () => delay > mostDelay;
  app.addHook('onClose', async () => {
    clearInterval(timer);
    histogram.disable();
  });
}
