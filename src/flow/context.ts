/**
 * The values that a flow adds to the context of components.
 * @module
 */
import type { Call } from '../webhook/call.ts';

declare module '../render/context.ts' {
  interface Context {
    /** What Plivo reports about the call; `undefined` outside a webhook. */
    readonly call?: Call | undefined;
    /** The path of the level that replies; `undefined` outside a flow. */
    readonly level?: string | undefined;
    /** Reports that the caller's keys or words are not an option. The log line and the metrics count it; `undefined` outside a webhook. */
    readonly noMatch?: (() => void) | undefined;
    /** Aborted when Plivo disconnects before the reply; `undefined` outside a webhook. Pass it to the requests that you await. */
    readonly signal?: AbortSignal | undefined;
  }
}
