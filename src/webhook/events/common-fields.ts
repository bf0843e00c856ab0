/**
 * The fields that every request may have.
 * @module
 */
import type { RawFields } from '../raw.ts';
import { callEventNames, callStatuses, directions } from '../plivo-enums.ts';
import { isCheckUuid } from '../check-call.ts';
import { field, id, number, oneOf, shortText, text } from './field.ts';

const sipHeaderPrefix = 'X-PH-';

type SipHeaders = { readonly [name: string]: string };

const noSipHeaders: SipHeaders = Object.freeze({ __proto__: null } as never);

function sipHeadersOf(raw: RawFields): SipHeaders {
  let headers: { [name: string]: string } | undefined;
  for (const name in raw) {
    if (!name.startsWith(sipHeaderPrefix) || name.length === sipHeaderPrefix.length) continue;
    const value = text(name)(raw);
    if (value === undefined) continue;
    headers ??= { __proto__: null } as never as { [name: string]: string };
    headers[name.slice(sipHeaderPrefix.length)] = value;
  }
  return headers === undefined ? noSipHeaders : Object.freeze(headers);
}

const callUuid = id('CallUUID', 'call_uuid');

/** A field is `undefined` if it was not sent, was empty or was sent more than once. */
export const commonFields = {
  /** The id of this leg, the same for the whole call. At most 256 characters. */
  callUuid,
  /** True for a call that `plivo-jsx check` makes to explore the flow: `CallUUID` begins with `check-`. Book, send and place nothing then. */
  isCheck: field(callUuid.names, (raw) => isCheckUuid(callUuid(raw))),
  /** The caller: digits with or without `+`, a SIP URI, or any text that a carrier sends. Cut at 256 characters. */
  from: shortText('From'),
  /** The number called, or a SIP URI. Cut at 256 characters. */
  to: shortText('To'),
  /** Who started the call: `inbound` if the caller called us, `outbound` if we placed the call. */
  direction: oneOf('Direction', directions),
  /** The state of the call at the time of the request, such as `ringing` or `in-progress`. */
  callStatus: oneOf('CallStatus', callStatuses),
  /** What caused the request, such as `StartApp` or `Hangup`. Many kinds of requests have none. */
  event: oneOf('Event', callEventNames),
  /** The caller's name, as the caller or the carrier gives it. Cut at 4096 characters. */
  callerName: text('CallerName'),
  /** The number that the call was diverted from, if the carrier says so. Cut at 256 characters. */
  forwardedFrom: shortText('ForwardedFrom'),
  /** The id of the A leg, for an outbound call. At most 256 characters. */
  aLegUuid: id('ALegUUID'),
  /** The id of the request that placed the A leg, for an outbound call. At most 256 characters. */
  aLegRequestUuid: id('ALegRequestUUID'),
  /** The id that `placeCall` returned, for an outbound call. At most 256 characters. */
  requestUuid: id('RequestUUID'),
  /** The Auth ID of the account. At most 256 characters. */
  parentAuthId: id('ParentAuthID'),
  /** The price in US dollars a minute. */
  billRate: number('BillRate'),
  /** When the call started: UTC, `YYYY-MM-DD HH:mm:ss.ffffff`. */
  sessionStart: shortText('SessionStart'),
  /** The STIR/SHAKEN attestation level of the caller's number. Cut at 256 characters. */
  stirAttestation: shortText('STIRAttestation'),
  /** The result of the STIR/SHAKEN verification. At most 256 characters. */
  stirVerification: id('STIRVerification', 'stir_verification'),
  /** The custom SIP headers by name without `X-PH-`; each is cut at 4096 characters. The object has no prototype. */
  sipHeaders: field([], sipHeadersOf),
};
