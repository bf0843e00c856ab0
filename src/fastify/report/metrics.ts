/**
 * The metrics of an app in the text format of Prometheus.
 * @module
 */
import type { Registry } from 'prom-client';
import type { Counts } from './counts.ts';
import { events, type EventName } from './events.ts';

/** The content type of {@link Metrics.text}. */
export const metricsType = 'text/plain; version=0.0.4; charset=utf-8';

/** What the metric of each event counts: the help text, and the sentence of `docs/reference/metrics.md`. */
export const helps: { readonly [E in EventName]: string } = {
  input: 'Input of callers that is missing, malformed or no option of the level',
  reject: 'Requests that were rejected before anything else was done with them',
  auth: 'Requests that Plivo did not sign',
  route: 'Requests of Plivo to a path that no level has',
  state: 'Addresses whose parameters the level does not accept',
  duplicate: 'Retries that got the reply of the first request',
  stale: 'Requests about a call that has ended',
  lifecycle: 'Notices that a call rang, ended or was answered by a machine',
  xml_sanitized: 'Texts with characters that XML cannot carry',
  xml_truncated: 'Texts that were cut at the limit of one `<Speak>`',
  render: 'Documents that could not be rendered, and empty ones',
  deadline: 'Levels that took too long',
  loop_delay: 'Levels that blocked the process for longer than their deadline',
  callback: 'Notices whose handler failed or took too long',
  aborted: 'Requests whose client closed the connection',
  shed: 'Callers who were asked to hold because of overload',
  store: 'Errors of the store',
  session: 'Sessions of calls that could not be used, or whose value does not fit any more',
  unhandled: 'Errors that nobody caught',
  draining: 'Requests to stop',
  log: 'Log messages that were dropped, and writes that failed',
};

/** The same of webhooks, which are counted by route. */
export const webhooksHelp = 'Webhooks that a level answered';

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
    counter('ivr_webhooks_total', webhooksHelp, 'route', () => this.#counts.answered);
    for (const event of Object.keys(events) as EventName[])
      counter(`ivr_${event}_total`, helps[event], 'reason', () => this.#counts.reasonsOf(event));
    return registry;
  }
}
