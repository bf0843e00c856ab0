/**
 * Records which links the calls of tests take.
 * @module
 */
import { coverageOf, takenBy, type Coverage, type Graph, type TakenLink } from '../check/index.ts';
import type { PhoneCall } from '../phone/index.ts';
import type { App } from './inject.ts';

/** The calls of an app that were recorded. */
export interface RecordedCalls {
  /** The links that were taken so far. */
  readonly taken: readonly TakenLink[];
  /** Compares them with all links of the flow. */
  coverageOf(graph: Graph): Coverage;
}

/** The calls of each app that is recorded, as long as there is the app. */
const recorded = new WeakMap<App, PhoneCall[]>();

/**
 * Records the calls of an app from now on.
 *
 * @param app the app that `call(app)` calls
 * @example
 * ```tsx
 * import assert from 'node:assert/strict';
 * import { flow, Hangup, level, Response, Speak } from 'plivo-jsx';
 * import { createApp } from 'plivo-jsx/fastify';
 * import { call, explore, recordCalls } from 'plivo-jsx/testing';
 *
 * const closed = level('/closed', () => (
 *   <Response>
 *     <Speak>We are closed. Goodbye.</Speak>
 *     <Hangup />
 *   </Response>
 * ));
 * const app = await createApp({ flows: [flow('closed', { levels: [closed] })] });
 * const calls = recordCalls(app);
 *
 * await call(app);
 * assert.equal(calls.coverageOf(await explore(app)).ratio, 1);
 * ```
 */
export function recordCalls(app: App): RecordedCalls {
  const calls: PhoneCall[] = recorded.get(app) ?? [];
  recorded.set(app, calls);
  const before = calls.length;
  const taken = () => calls.slice(before).flatMap((call) => takenBy(call));
  return {
    get taken() {
      return taken();
    },
    coverageOf: (graph) => coverageOf(graph, taken()),
  };
}

/** Adds a call, if the calls of its app are recorded. */
export function addCall(app: App, call: PhoneCall): void {
  recorded.get(app)?.push(call);
}
