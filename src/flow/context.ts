/**
 * The values that a flow adds to the context of components.
 * @module
 */
import type { Link } from '../elements/url.ts';
import type { Call } from '../webhook/call.ts';
import type { AnyCatalogue } from './catalogue.ts';
import type { DialogState } from './dialog-state.ts';
import type { PostBackOptions } from './level-context.ts';
import type { CallSession } from './call-session.ts';
import type { Speaking } from './speaking.ts';

declare module '../render/context.ts' {
  interface Context {
    /** What Plivo reports about the call; `undefined` outside a webhook. */
    readonly call?: Call | undefined;
    /** The path of the level that replies; `undefined` outside a flow. */
    readonly level?: string | undefined;
    /** Reports that the caller's keys or words are not an option. The log line and the metrics count it; `undefined` outside a webhook. */
    readonly noMatch?: (() => void) | undefined;
    /** Whether problems are reported that are not worth a caller's time; `undefined` outside a flow: as `NODE_ENV` says. */
    readonly development?: boolean | undefined;
    /** The language of the call: the parameter `lang` of its URL; `undefined` when it is not known, and outside a flow. */
    readonly language?: string | undefined;
    /** The sentences and voices of the flow; `undefined` when it has none. */
    readonly catalogue?: AnyCatalogue | undefined;
    /** The languages that the flow speaks; `undefined` outside a flow. */
    readonly languages?: readonly string[] | undefined;
    /** The language and voice of the `<Say>` around a component; `undefined` outside of one. */
    readonly speaking?: Speaking | undefined;
    /** The state of the dialog that the request belongs to; `undefined` when a level is requested for the first time. */
    readonly dialog?: DialogState | undefined;
    /**
     * Tells which dialog a component is, and how far it is: `begin` unless the request belongs to it. A component calls it once,
     * with its own name. The name of the dialog is unique in the level: by default that of the component in lower case, from the
     * second one on with a number. `undefined` outside a flow.
     */
    readonly enterDialog?: ((component: string, name?: string) => DialogState) | undefined;
    /** Creates a link to the level itself, with the state of a dialog; `undefined` outside a flow. */
    readonly postBack?: ((state: DialogState, options?: PostBackOptions) => Link) | undefined;
    /** Aborted when Plivo disconnects before the reply; `undefined` outside a webhook. Pass it to the requests that you await. */
    readonly signal?: AbortSignal | undefined;
    /** The texts that are kept for the call; `undefined` outside a webhook. `session()` makes typed values of them. */
    readonly session?: CallSession | undefined;
  }
}
