/**
 * What a flow adds to the context of components.
 * @module
 */
import type { Call } from '../call/call.ts';

declare module '../render/context.ts' {
  interface Context {
    /** What Plivo says of the call; undefined outside a webhook. */
    readonly call?: Call | undefined;
    /** The path of the level that is answering; undefined outside a flow. */
    readonly level?: string | undefined;
  }
}
