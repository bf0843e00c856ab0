/**
 * The metrics of an app in the text format of Prometheus.
 * @module
 */
import type { Registry } from 'prom-client';
import type { Counts } from './counts.ts';
import { events, type EventName } from './events.ts';

/** The content type of {@link Metrics.text}. */
export const metricsType = 'text/plain; version=0.0.4; charset=utf-8';

const helps: { readonly [E in EventName]: string } = {
  input: 'Keys or words of callers that were missing, odd or no option of the level',
  reject: 'Requests that were refused before anything else was done with them',
  auth: 'Requests that Plivo did not sign',
  route: 'Requests of Plivo to an address that no level has',
  state: 'Addresses whose parameters mean nothing to the level',
  duplicate: 'Requests that were answered before, and got the same answer',
  stale: 'Requests about a call that has ended',
  lifecycle: 'Notices of calls that rang or ended',
  xml_sanitized: 'Texts with characters that XML cannot carry',
  xml_truncated: 'Texts that were cut, since one <Speak> says no more',
  render: 'Documents that could not be printed, and empty ones',
  deadline: 'Levels that took too long',
  loop_delay: 'Levels that kept the process busy for longer than their deadline',
  callback: 'Notices that failed or took too long',
  aborted: 'Requests whose sender went away',
  shed: 'Callers who were asked to hold because of overload',
  store: 'Failures of the store',
  unhandled: 'Errors that nobody caught',
  draining: 'Requests to stop',
  log: 'Messages of the log that were dropped, and writes that failed',
};

/** Writes the metrics. The library is loaded on the first request: most apps have no scraper. */
export class Metrics {
  readonly #counts: Counts;
  #registry: Promise<Registry> | undefined;

  constructor(counts: Counts) {
    this.#counts = counts;
  }

  /** The current metrics of the app, and of memory, processor and event loop of the process. */
  async text(): Promise<string> {
    this.#registry ??= this.#made().catch((error: unknown) => {
      // The library could not be loaded now, such as when no more files can be opened; the next scrape tries again.
      this.#registry = undefined;
      throw error;
    });
    return (await this.#registry).metrics();
  }

  async #made(): Promise<Registry> {
    const { default: prometheus } = await import('prom-client');
    const registry = new prometheus.Registry();
    prometheus.collectDefaultMetrics({ register: registry });
    const counter = (name: string, help: string, label: string, numbers: () => ReadonlyMap<string, number>) =>
      new prometheus.Counter({
        name,
        help,
        labelNames: [label],
        registers: [registry],
        collect() {
          this.reset();
          for (const [value, number] of numbers()) this.inc({ [label]: value }, number);
        },
      });
    counter('ivr_webhooks_total', 'Webhooks that a level answered', 'route', () => this.#counts.answered);
    for (const event of Object.keys(events) as EventName[])
      counter(`ivr_${event}_total`, helps[event], 'reason', () => this.#counts.reasonsOf(event));
    return registry;
  }
}
