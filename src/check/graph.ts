/**
 * What was explored, as data: every document that a caller can reach, and what they do to reach it. It is JSON.
 * @module
 */
import type { CallState, Method, PromptName, RequestKind } from '../phone/index.ts';

/** What a caller, or the one dialled, does. `early` comes while a prompt is not over. */
export type Does =
  | 'silence'
  | 'key'
  | 'wrongKey'
  | 'digits'
  | 'speech'
  | 'nonsense'
  | 'dial'
  | 'confirm'
  | 'record'
  | 'early'
  | 'hangup'
  | 'nothing';

/** The call is over, or Plivo ended it because of an error. */
export interface End {
  readonly type: 'end';
  /**
   * `hungUp` by the flow, or its last element was executed; `transferred` after a conversation; `recorded` after a recording;
   * `caller` hung up; `limit`: only Plivo's longest call ends it; `error`: Plivo gives up.
   */
  readonly kind: 'hungUp' | 'transferred' | 'recorded' | 'caller' | 'limit' | 'error';
  /** Plivo's hangup cause. */
  readonly code: number;
  readonly name: string;
  /** What was wrong, of an error. */
  readonly message?: string;
  /** What to do about it, of an error. */
  readonly fix?: string;
  /** True when no server replied. */
  readonly isUnreached?: true;
}

/** Where an edge leads: to a pause of the same document, to another document, to an end, or beyond `maxStates`. */
export type Target =
  | { readonly type: 'pause'; readonly pause: number }
  | { readonly type: 'node'; readonly node: number }
  | End
  | { readonly type: 'unexplored' };

/** A request that Plivo would send, without what differs from call to call. */
export interface GraphRequest {
  readonly kind: RequestKind;
  readonly method: Method;
  readonly path: string;
  /** The query, by name; long numbers are masked. */
  readonly query: { readonly [name: string]: string };
  /** The fields that tell what happened, such as `Digits`. */
  readonly fields: { readonly [name: string]: string };
}

/** A request to a callback URL, and why it failed, if it did. */
export interface Notice {
  readonly request: GraphRequest;
  /** Missing when it was answered with 2xx. */
  readonly failure?: { readonly message: string; readonly fix: string };
}

/** A place in a document where the caller, or the one dialled, decides what happens next. */
export interface Pause {
  readonly id: number;
  readonly waits: Exclude<CallState['type'], 'ended'>;
  /** The element of `<Response>` that is executed there, and its line. */
  readonly element: string;
  readonly line: number;
  /** The state of the call, with all that can be done in it, see `possibleActions`. */
  readonly state: CallState;
  /** True when the caller has spoken to the `<Record>` that is going on. */
  readonly isSpoken: boolean;
  /** The words, as of a script, that lead here from the beginning of the document. */
  readonly words: string;
}

/** What a `<Speak>` says. */
export interface SpokenText {
  /** Long numbers are masked. */
  readonly text: string;
  /** That of the element or, without one, that of its voice. */
  readonly language: string;
}

/** One thing that somebody does, and what comes of it. */
export interface Edge {
  readonly id: number;
  readonly from: number;
  /** The pause in which it is done; missing for what comes by itself and for what is done while the first prompts play. */
  readonly pause?: number;
  readonly does: Does;
  /** As in a script of `plivo-jsx phone`; empty when nothing needs to be done. */
  readonly words: string;
  /** What is heard from then on, until the next pause or document. */
  readonly heard: readonly string[];
  /** The texts among them, with their language. */
  readonly spoken: readonly SpokenText[];
  /** How many seconds of the call pass. */
  readonly seconds: number;
  /** The request of the next document. */
  readonly request?: GraphRequest;
  readonly notices: readonly Notice[];
  /** The number of SMS that `<Message>` sends. */
  readonly messages: number;
  /** The prompt that the caller interrupts or hangs up in. */
  readonly during?: PromptName;
  readonly to: Target;
}

/** The state of a call when a document begins, as far as it matters. */
export interface Carried {
  readonly isAnswered: boolean;
  /** True when an element was executed before. */
  readonly isStarted: boolean;
  /** True when a `<Hangup schedule>` will end the call whatever happens. */
  readonly isScheduled: boolean;
}

/** A document that a request leads to. */
export interface Node {
  readonly id: number;
  readonly request: Omit<GraphRequest, 'fields'>;
  /**
   * The path of the level whose document it is, which may not be that of the request: a dialog forwards. Missing when the server
   * does not say; an app of plivo-jsx does in local use.
   */
  readonly level?: string;
  /** The same for two documents that differ only in what is volatile, such as the `CallUUID`. */
  readonly hash: string;
  /** Long numbers are masked, and the `CallUUID` is that of no call. */
  readonly xml: string;
  /** What is heard first. */
  readonly firstWords: string;
  readonly carried: Carried;
  /** The shortest script that leads here. */
  readonly script: string;
  /** The edge that the script ends with; missing for the first document. */
  readonly reachedBy?: number;
  readonly pauses: readonly Pause[];
  /** What the phone warns of, with the fix and the place in the document. */
  readonly warnings: readonly Warning[];
  /** The app says that it failed, and that the document is its apology. */
  readonly failures: readonly string[];
  /** How a second delivery of the same request was answered, if not with the same document. */
  readonly secondDelivery?: string;
  /** True when the document has more pauses than are explored. */
  readonly isCut: boolean;
  /** The elements of `<Response>` that are never executed, whatever anybody does; missing when there are none. */
  readonly neverRuns?: NeverRuns;
}

/** Elements that are never executed. */
export interface NeverRuns {
  /** The last one that is executed. */
  readonly behind: { readonly element: string; readonly line: number };
  /** The names of those after it. */
  readonly elements: readonly string[];
}

/** A level or a callback of the app. */
export interface GraphLevel {
  /** As in the addresses of requests. */
  readonly path: string;
  /** `level` replies with a document; `callback` replies with nothing. */
  readonly kind: 'level' | 'callback';
  /** Whether it belongs to the flow that was called. */
  readonly isOfFlow: boolean;
  /** Whether a link to it was made since the process began, printed or not. */
  readonly isLinked: boolean;
}

/** A rule that is switched off for a path, with the reason of the author. */
export interface SwitchedOff {
  /** The id of the rule, such as `R106`. */
  readonly rule: string;
  /** The path of a level, as in the addresses of requests. */
  readonly path: string;
  readonly reason: string;
}

/** What the phone warns of. */
export interface Warning {
  readonly message: string;
  readonly fix: string;
  readonly line?: number;
  readonly column?: number;
}

/** Everything that was explored. */
export interface Graph {
  readonly version: 1;
  /** The address that was called, without its query. */
  readonly url: string;
  /** In the order in which they were reached, which is by the length of the script; the first one answers the call. */
  readonly nodes: readonly Node[];
  /** By their `id`. */
  readonly edges: readonly Edge[];
  /** How the call ends when the first request fails: there are no nodes then. */
  readonly failed?: End;
  /** False when `maxStates` ended the exploration. */
  readonly isComplete: boolean;
  /**
   * What answers depend on: on the request alone; on what happened in the `call` before, so that it was explored by replay; or
   * on other calls, so that nothing is sure.
   */
  readonly state: 'request' | 'call' | 'shared';
  /** The script after which the answers differed, unless `state` is `request`. */
  readonly stateScript?: string;
  /** The requests that were sent. */
  readonly requests: number;
  /** The calls that were placed with Plivo's API by an app in the same process. */
  readonly callsPlaced: number;
  /** All levels of the app, if they are known: those of an app in the same process are. */
  readonly levels?: readonly GraphLevel[];
  /** The rules that are switched off. */
  readonly off: readonly SwitchedOff[];
}
