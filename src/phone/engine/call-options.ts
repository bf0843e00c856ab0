/**
 * The options of a call.
 * @module
 */
import type { Direction } from '../../webhook/plivo-enums.ts';
import type { Method } from '../../elements/url.ts';
import type { Moment } from '../../temporal.ts';
import type { Assumptions } from './assumptions.ts';
import type { PhoneEvent } from './events.ts';
import type { Transport } from '../http/transport.ts';

/**
 * How call time passes.
 *
 * - `skip`: a command resolves when the call needs the caller again; prompts and pauses in between take no real time
 * - `step`: a command resolves at the same call time, and only `wait` lets time pass; for a terminal or a browser
 */
export type Pace = 'skip' | 'step';

/** Options of {@link startCall}; each is optional. */
export interface CallOptions {
  /**
   * The caller's number or SIP URI; of an outbound call the number that it is placed from. Empty for a
   * caller without a number. Default: 14155550100.
   */
  readonly from?: string | undefined;
  /** The number that is called. Default: 14155550199. */
  readonly to?: string | undefined;
  /** `inbound`: somebody calls the app; `outbound`: the app placed the call, and the phone is the one that answers. Default: `inbound`. */
  readonly direction?: Direction | undefined;
  /** The auth token: with it every request is signed with V3. Default: none, nothing is signed. */
  readonly token?: string | undefined;
  /** Default: POST. */
  readonly answerMethod?: Method | undefined;
  /** The URL that is notified when the call has ended. Default: none. */
  readonly hangupUrl?: string | undefined;
  /** Default: POST. */
  readonly hangupMethod?: Method | undefined;
  /** The URL that is notified when an outbound call rings. Default: none. */
  readonly ringUrl?: string | undefined;
  /** Default: POST. */
  readonly ringMethod?: Method | undefined;
  /** The URL whose document is requested when the answer URL fails. Default: none. */
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
   * The public address of the app, such as `https://ivr.example.com` of its tunnel or `https://example.com/voice` of its
   * proxy. Requests to it and below are signed for it, but are sent to `localUrl`. Default: the address that is called.
   */
  readonly publicUrl?: string | undefined;
  /**
   * Where a proxy sends the requests for `publicUrl`, such as `http://127.0.0.1:5000`. Default: the server that is called,
   * with the path of `publicUrl` if the address that is called begins with it, as behind a proxy that keeps the path.
   */
  readonly localUrl?: string | undefined;
  /** How the called party reacts to an outbound call. Default: `answers`. */
  readonly callee?: 'answers' | 'busy' | 'rejects' | 'does not answer' | undefined;
  /** Plivo's `machine_detection` of an outbound call: notify and go on, or hang up. Default: none. */
  readonly machineDetection?: 'true' | 'hangup' | undefined;
  /** The URL that is notified of a machine; detection then runs in the background. Default: none. */
  readonly machineDetectionUrl?: string | undefined;
  /** Default: POST. */
  readonly machineDetectionMethod?: Method | undefined;
  /** Who answers an outbound call. Default: `human`. */
  readonly answeredBy?: 'human' | 'machine' | undefined;
  /** The members who are already in a conference room or multiparty call, by its name. Default: nobody. */
  readonly rooms?: { readonly [room: string]: readonly string[] } | undefined;
  /** Plivo's `CallUUID`, for snapshots. Default: a random UUID. */
  readonly uuid?: string | undefined;
  /**
   * The date and time at which the call starts, such as `2026-12-24T18:00[Europe/Madrid]`, `2026-12-24T17:00Z`, or in the zone of
   * this machine `2026-12-24T18:00`. An app of plivo-jsx that is for local use takes it for the time of its requests, as
   * `context.now`, and it advances with the call. Default: now, and apps have their own clock.
   */
  readonly at?: string | Moment | undefined;
  /** Keys that are pressed while the first prompts play, see {@link PhoneCall.pressEarly}. Default: none. */
  readonly pressEarly?: string | undefined;
  /** How call time passes. Default: `skip`. */
  readonly pace?: Pace | undefined;
  /** The function that sends requests. Default: over HTTP, with real timeouts. */
  readonly transport?: Transport | undefined;
  /** When it is aborted, the caller hangs up at once, even while a reply is awaited. Default: none. */
  readonly signal?: AbortSignal | undefined;
  /** Called with each event as it happens, before the command resolves. Default: none. */
  readonly onEvent?: ((event: PhoneEvent) => void) | undefined;
  /** Behaviour that Plivo does not document. Default: {@link assumptions}. */
  readonly assume?: { readonly [Name in keyof Assumptions]?: Assumptions[Name] | undefined } | undefined;
}
