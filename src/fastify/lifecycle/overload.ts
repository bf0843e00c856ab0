/**
 * Overload protection.
 * @module
 */
import type { FastifyInstance } from 'fastify';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { ServerState } from '../server-state.ts';

/** The delay of the event loop at which callers are asked to hold, in milliseconds. */
const mostDelay = 250;

/** How often the delay is measured, in milliseconds. */
const sampleInterval = 500;

/** The resolution of the measurement, in milliseconds; it is part of each measured delay. */
const resolution = 10;

/**
 * Measures the delay of the event loop from when the app listens until it closes: a test, which calls the app without a server,
 * is never asked to hold. Nothing else is measured: memory is read from a file, which throws when strangers hold as many
 * connections as the process may have files.
 */
export function watchOverload(app: FastifyInstance, state: ServerState): void {
  const histogram = monitorEventLoopDelay({ resolution });
  let timer: NodeJS.Timeout | undefined;
  let delay = 0;
  const measure = () => {
    // Without a sample the event loop stood still the whole time.
    delay = histogram.count === 0 ? Infinity : histogram.mean / 1e6 - resolution;
    histogram.reset();
  };
  app.server.once('listening', () => {
    histogram.enable();
    timer = setInterval(measure, sampleInterval).unref();
  });
  state.isOverloaded = () => delay > mostDelay;
  app.addHook('onClose', async () => {
    clearInterval(timer);
    histogram.disable();
  });
}
