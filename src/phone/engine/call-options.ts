/**
 * What can be said about a call before it starts.
 * @module
 */
import type { Direction } from '../../call/words.ts';
import type { Method } from '../../elements/url.ts';
import type { Assumptions } from './assumptions.ts';
import type { PhoneEvent } from './events.ts';
import type { Transport } from '../http/transport.ts';

/**
 * How call time passes.
 *
 * - `skip`: a verb comes back when the call needs the caller again; prompts and pauses in between take no real time
 * - `step`: a verb comes back at the same call time, and only `wait` lets time pass; for a terminal or a browser
 */
export type Pace = 'skip' | 'step';

/** What {@link startCall} can be told; all of it is optional. */
export interface CallOptions {
  /** The caller's number or SIP URI; of an outbound call the number that it is placed from. Default: 14155550100. */
  readonly from?: string | undefined;
  /** The number that is called. Default: 14155550199. */
  readonly to?: string | undefined;
  /** `inbound`: somebody calls the app; `outbound`: the app placed the call, and the phone is the one that answers. Default: `inbound`. */
  readonly direction?: Direction | undefined;
  /** The auth token: with it every request is signed with V3. Default: none, nothing is signed. */
  readonly token?: string | undefined;
  /** Default: POST. */
  readonly answerMethod?: Method | undefined;
  /** Told when the call has ended. Default: none. */
  readonly hangupUrl?: string | undefined;
  /** Default: POST. */
  readonly hangupMethod?: Method | undefined;
  /** Told when an outbound call rings. Default: none. */
  readonly ringUrl?: string | undefined;
  /** Default: POST. */
  readonly ringMethod?: Method | undefined;
  /** Asked for a document when the answer URL failed. Default: none. */
  readonly fallbackUrl?: string | undefined;
  /** Default: POST. */
  readonly fallbackMethod?: Method | undefined;
  /** The caller's name. Default: none. */
  readonly callerName?: string | undefined;
  /** The number that the call was diverted from. Default: none. */
  readonly forwardedFrom?: string | undefined;
  /** Custom SIP headers of the caller, by name without `X-PH-`. Default: none. */
  readonly sipHeaders?: { readonly [name: string]: string } | undefined;
  /**
   * The address that the app believes it has, such as its tunnel's `https://ivr.example.com`. Requests to it are sent
   * to where the call was started, and are signed over it. Default: the address that is called.
   */
  readonly publicUrl?: string | undefined;
  /** What becomes of an outbound call before any document. Default: `answers`. */
  readonly callee?: 'answers' | 'busy' | 'rejects' | 'does not answer' | undefined;
  /** Machine detection of an outbound call, as of Plivo's API: go on and tell, or hang up. Default: none. */
  readonly machineDetection?: 'true' | 'hangup' | undefined;
  /** With it, detection goes on in the background and is reported there. Default: none. */
  readonly machineDetectionUrl?: string | undefined;
  /** Default: POST. */
  readonly machineDetectionMethod?: Method | undefined;
  /** Who answers an outbound call. Default: `human`. */
  readonly answeredBy?: 'human' | 'machine' | undefined;
  /** Who is in a conference room or multiparty call already, by its name. Default: nobody. */
  readonly rooms?: { readonly [room: string]: readonly string[] } | undefined;
  /** The id of the call, for snapshots. Default: a random UUID. */
  readonly uuid?: string | undefined;
  /** The date and time at which the call starts, for the parameters that hold one. Default: now. */
  readonly startedAt?: Date | undefined;
  /** Keys that are pressed while the first prompts play, see {@link PhoneCall.early}. Default: none. */
  readonly early?: string | undefined;
  /** How call time passes. Default: `skip`. */
  readonly pace?: Pace | undefined;
  /** How a request is sent. Default: over HTTP, with real time-outs. */
  readonly transport?: Transport | undefined;
  /** Aborted: the caller hangs up at once, even while a reply is awaited. Default: none. */
  readonly signal?: AbortSignal | undefined;
  /** Told each event as it happens, before the verb comes back. Default: none. */
  readonly onEvent?: ((event: PhoneEvent) => void) | undefined;
  /** What no page of Plivo's states. Default: {@link assumptions}. */
  readonly assume?: { readonly [Name in keyof Assumptions]?: Assumptions[Name] | undefined } | undefined;
}
