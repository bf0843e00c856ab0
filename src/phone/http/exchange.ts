/**
 * Sends one request, signed, and emits it with its reply as an event.
 * @module
 */
import { failureHeader, readFailure } from '../../failures.ts';
import { levelHeader, readLevel } from '../../level-header.ts';
import { isErrorObject } from '../../thrown.ts';
import { readTime, timeHeader, writeTime } from '../../time-header.ts';
import { signRequest } from '../../webhook/signature/sign.ts';
import type { EventFields } from '../engine/events.ts';
import type { Method } from '../../elements/url.ts';
import type { Params } from '../engine/requests.ts';
import type { Session } from '../engine/session.ts';
import { TransportFailure, type TransportReply } from './transport.ts';
import { pathOf, plainAddress } from './address.ts';
import { isAtOrBelow, likelyLocalUrl, localAddressOf, publicAddressOf } from './address-map.ts';
import { maxBytes, replyText, type ReplyText } from './reply-text.ts';
import type { Outgoing } from './outgoing.ts';
import type { RequestKind } from './request-kind.ts';

/** A reply of 2xx. */
export interface Reply {
  readonly text: ReplyText;
  readonly contentType: string;
  /** The level whose document it is, if the app says it. */
  readonly level: string | undefined;
}

/** A reply with another status, or no reply. */
export interface Failed {
  readonly status: number | undefined;
  /** `ct`: no connection was made. `rt`: the reply was not complete in time. */
  readonly reason: 'ct' | 'rt';
  /** A few words for messages. */
  readonly failure: string;
  /** The code of the system's error, such as `ECONNREFUSED`, if there was one. */
  readonly cause: string | undefined;
  /** The address as Plivo would request it, and as it was sent. */
  readonly url: string;
  readonly sentTo: string;
  /** Whether it was sent to another server than the one that was called. */
  readonly isElsewhere: boolean;
  /** Where a reply of 3xx points to, as written. */
  readonly location?: string | undefined;
  /** What to do, if the transport says it. */
  readonly fix?: string | undefined;
}

/** The result, and the seconds that it took: real time or, when the transport gives it, call time. */
type Exchange = { readonly seconds: number } & (
  | { readonly reply: Reply; readonly failed?: undefined }
  | { readonly reply?: undefined; readonly failed: Failed }
);

/** Plivo advises to reply within this many seconds, though its read timeout is longer. */
const advisedSeconds = 15;

/** Sends a request once, with time limits in milliseconds. */
export async function exchange(
  session: Session,
  { kind, url: written, method, params, isAwaited }: Outgoing,
  attempt: number,
  limits: { readonly connect: number; readonly read: number },
): Promise<Exchange> {
  const { url: called, addresses, transport } = session.settings;
  const { address: plain, authorization } = plainAddress(written);
  const address = publicAddressOf(addresses, plain);
  const query = new URLSearchParams(params).toString();
  const asGet = query === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${query}`;
  const url = method === 'GET' ? asGet : address;
  const sentTo = localAddressOf(addresses, url);
  const servers = [likelyLocalUrl(called, ''), addresses.localUrl];
  const isElsewhere = !servers.some((server) => isAtOrBelow(sentTo, server));
  const sending = { url, sentTo, isElsewhere };
  // Plivo does not sign requests for audio files, which may be on any server.
  const token = kind === 'audio' ? undefined : session.settings.token;
  const signature =
    token === undefined
      ? {}
      : signed(session, { method, url, params: method === 'POST' ? params : {} }, token);
  const isSigned = 'x-plivo-signature-v3' in signature;
  const fields = { kind, method, url: address, params, signed: isSigned, attempt };
  const began = performance.now();
  const emit = (more: Partial<EventFields['request']>) => {
    const ms = Math.round(performance.now() - began);
    session.emit('request', { ...fields, ms, ...more });
    return ms / 1000;
  };
  const abandoned = new AbortController();
  // A notice that is sent after the end of the call is not cancelled by the end.
  const isAfter = session.clock.over !== undefined;
  try {
    const sent = transport({
      method,
      url: sentTo,
      headers: {
        'user-agent': 'Plivo',
        accept: 'text/xml, application/xml',
        ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        ...(authorization === undefined ? {} : { authorization }),
        ...timeOf(session, kind),
        ...signature,
      },
      body: method === 'POST' ? query : undefined,
      connectTimeout: limits.connect,
      readTimeout: limits.read,
      maxBytes,
      signal: abandoned.signal,
    });
    const reply = await (isAfter ? sent : session.clock.untilEnd(sent));
    const inCallTime = reply.seconds ?? 0;
    if (isAwaited && inCallTime > 0)
      await session.passTime(Math.min(inCallTime, limits.read / 1000), 'request');
    if (inCallTime * 1000 > limits.read)
      throw new TransportFailure('rt', `no reply within ${limits.read / 1000} s`);
    const { status } = reply;
    const contentType = String(reply.headers['content-type'] ?? '');
    const text = replyText(reply);
    const seconds = Math.max(inCallTime, emit({ status, contentType, body: text.text }));
    for (const failure of failuresIn(reply)) session.emit('failure', { ...failure, path: pathOf(address) });
    if (status >= 200 && status < 300) checkTime(session, reply);
    if (isAwaited && seconds > advisedSeconds) {
      const fix = `reply within ${advisedSeconds} s, as Plivo asks.`;
      session.warn(`${pathOf(address)} took ${Math.round(seconds)} s.`, fix);
    }
    const level = readLevel(reply.headers[levelHeader]);
    if (status >= 200 && status < 300) return { reply: { text, contentType, level }, seconds };
    const location = status < 300 || status > 399 ? undefined : String(reply.headers['location'] ?? '');
    const failed = {
      status,
      reason: 'rt',
      failure: `status ${status}`,
      cause: undefined,
      ...sending,
      location,
    } as const;
    return { failed, seconds };
  } catch (error) {
    if (!isAfter && error === session.clock.over) {
      abandoned.abort();
      emit({ failure: 'the call was over before the reply' });
      throw error;
    }
    const failed = { ...failureOf(error), ...sending };
    return { failed, seconds: emit({ failure: failed.failure }) };
  }
}

/** Reads what a transport threw; a transport may be the user's own. */
function failureOf(error: unknown): Omit<Failed, 'url' | 'sentTo' | 'isElsewhere'> {
  const { cause } = Object(error) as { readonly cause?: { readonly code?: unknown } };
  return {
    status: undefined,
    reason: error instanceof TransportFailure ? error.reason : 'ct',
    failure: isErrorObject(error) ? error.message : 'no reply',
    cause: typeof cause?.code === 'string' ? cause.code : undefined,
    fix: error instanceof TransportFailure ? error.fix : undefined,
  };
}

/** The header with the time of the call, if one was set. Audio files are the same at any time. */
const timeOf = (session: Session, kind: RequestKind) =>
  session.settings.at === undefined || kind === 'audio'
    ? {}
    : { [timeHeader]: writeTime(session.timeAt(session.clock.now)) };

/** Warns when the server does not go by the time that was set. */
function checkTime(session: Session, { headers }: TransportReply): void {
  if (session.settings.at === undefined || session.isTimeChecked) return;
  session.isTimeChecked = true;
  if (readTime(headers[timeHeader]) !== undefined) return;
  const fix = 'apps of plivo-jsx go by it in development, without an auth token and a public URL.';
  session.warn('The server does not go by the time of the call that was set.', fix);
}

/** What the app says of its failures: to the transport, or to anyone in a header. */
const failuresIn = ({ failures, headers }: TransportReply) =>
  failures ?? [readFailure(headers[failureHeader]) ?? []].flat();

function signed(session: Session, request: { method: Method; url: string; params: Params }, token: string) {
  try {
    return signRequest(request, token);
  } catch {
    const fix = 'use at most 4096 ASCII characters in the URL, and whole percent escapes.';
    session.warn(`${pathOf(request.url)} cannot be signed.`, fix);
    return {};
  }
}
