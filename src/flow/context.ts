/**
 * What a flow adds to the context of components.
 * @module
 */
import type { Call } from '../webhook/call.ts';

declare module '../render/context.ts' {
  interface Context {
    /** What Plivo says of the call; undefined outside a webhook. */
    readonly call?: Call | undefined;
    /** The path of the level that is answering; undefined outside a flow. */
    readonly level?: string | undefined;
    /** Says that what the caller pressed or said is no option here; the log and the metrics tell how often that is. */
    readonly noMatch?: (() => void) | undefined;
    /** Aborted when Plivo went away before the answer; undefined outside a webhook. Give it to what you await. */
    readonly signal?: AbortSignal | undefined;
  }
}
