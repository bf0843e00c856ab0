/**
 * One request with its retries: where it really goes, how it is signed, and what came of it.
 * @module
 */
import { signRequest } from '../../call/signature/sign.ts';
import type { EventFields } from '../events.ts';
import type { Method } from '../options.ts';
import type { RequestKind } from '../request-kind.ts';
import type { Params, Session } from '../session.ts';
import { TransportFailure, type TransportReply } from '../transport.ts';
import { isRetried, retryOptions, type RetryOptions } from './retry-options.ts';

/** What is to be sent. */
export interface Outgoing {
  readonly kind: RequestKind;
  readonly url: string;
  readonly method: Method;
  readonly params: Params;
  /** Tries in all, when it is not the URL that says it. */
  readonly tries?: number | undefined;
  /** False: a notice, during which the call does not stand still. */
  readonly isAwaited: boolean;
}

/** What came of it, in the end. */
export type Outcome =
  | { readonly reached: true; readonly body: string; readonly contentType: string; readonly url: string }
  | {
      readonly reached: false;
      readonly status: number | undefined;
      readonly failure: string;
      readonly tries: number;
    };

/** Plivo reads at most this much. */
export const maxBytes = 100 * 1024;

/** Plivo wants a reply within this many seconds, though its read timeout is longer. */
const advisedSeconds = 15;

const noRetries: RetryOptions = { ct: 2000, rt: 40_000, tt: 55_000, rc: 0, rp: [] };

/** Sends it, and again as its retry options say. */
export async function send(session: Session, outgoing: Outgoing): Promise<Outcome> {
  const { kind, url } = outgoing;
  const ofUrl =
    kind === 'stream-status' ? noRetries : retryOptions(url, (says, fix) => session.warn(says, fix));
  const options = outgoing.tries === undefined ? ofUrl : { ...ofUrl, rc: outgoing.tries - 1, rp: ['all'] };
  let left = options.tt;
  for (let attempt = 1; ; attempt++) {
    const { outcome, seconds, status } = await once(session, outgoing, attempt, {
      ...options,
      ct: Math.min(options.ct, left),
      rt: Math.min(options.rt, left),
    });
    left -= seconds * 1000;
    const result = outcome.reached ? (status ?? 200) : (status ?? outcome.reason);
    const isLast = attempt > options.rc || left <= 0 || !isRetried(options, result);
    if (outcome.reached) return outcome;
    if (isLast) return { ...outcome, status, tries: attempt };
  }
}

interface Try {
  readonly outcome:
    | Extract<Outcome, { reached: true }>
    | { readonly reached: false; readonly failure: string; readonly reason: 'ct' | 'rt' };
  readonly status: number | undefined;
  /** Of real time or, when the transport says so, of call time. */
  readonly seconds: number;
}

async function once(
  session: Session,
  outgoing: Outgoing,
  attempt: number,
  limits: RetryOptions,
): Promise<Try> {
  const { kind, method, params, isAwaited } = outgoing;
  const [written = ''] = outgoing.url.split('#');
  const { address, authorization } = withoutUser(escaped(written));
  const query = new URLSearchParams(params).toString();
  const asGet = query === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${query}`;
  const url = publicOf(session, method === 'GET' ? asGet : address);
  // Audio files are not the app's, or not only: Plivo does not sign for them.
  const token = kind === 'audio' ? undefined : session.settings.token;
  const signature =
    token === undefined
      ? {}
      : signed(session, { method, url, params: method === 'POST' ? params : {} }, token);
  const began = performance.now();
  const told: EventFields['request'] = {
    kind,
    method,
    url: publicOf(session, address),
    params,
    signed: 'x-plivo-signature-v3' in signature,
    attempt,
    ms: 0,
  };
  const ms = () => Math.round(performance.now() - began);
  try {
    const reply = await session.settings.transport({
      method,
      url: localOf(session, url),
      headers: {
        'user-agent': 'Plivo',
        accept: 'text/xml, application/xml',
        ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        ...(authorization === undefined ? {} : { authorization }),
        ...signature,
      },
      body: method === 'POST' ? query : undefined,
      connectTimeout: limits.ct,
      readTimeout: limits.rt,
      maxBytes,
    });
    const seconds = reply.seconds ?? 0;
    if (isAwaited && seconds > 0) await session.pass(Math.min(seconds, limits.rt / 1000), 'request');
    if (seconds * 1000 > limits.rt) throw new TransportFailure('rt', `no reply within ${limits.rt / 1000} s`);
    const contentType = header(reply, 'content-type');
    session.tell('request', { ...told, ms: ms(), status: reply.status, contentType, body: reply.body });
    const took = Math.max(seconds, ms() / 1000);
    if (isAwaited && took > advisedSeconds) {
      session.warn(
        `${pathOf(address)} took ${Math.round(took)} s.`,
        `reply within ${advisedSeconds} s, as Plivo asks.`,
      );
    }
    if (reply.status >= 200 && reply.status < 300) {
      return {
        outcome: { reached: true, body: reply.body, contentType, url: address },
        status: reply.status,
        seconds: took,
      };
    }
    const failure = `it replied with status ${reply.status}`;
    return { outcome: { reached: false, failure, reason: 'rt' }, status: reply.status, seconds: took };
  } catch (error) {
    if (session.line.over !== undefined && error === session.line.over) throw error;
    const reason = error instanceof TransportFailure ? error.reason : 'ct';
    const failure = error instanceof Error ? error.message : 'no reply';
    session.tell('request', { ...told, ms: ms(), failure });
    return { outcome: { reached: false, failure, reason }, status: undefined, seconds: ms() / 1000 };
  }
}

function signed(session: Session, request: { method: Method; url: string; params: Params }, token: string) {
  try {
    return signRequest(request, token);
  } catch {
    session.warn(
      `${pathOf(request.url)} cannot be signed.`,
      'use at most 4096 ASCII characters in the URL, and whole percent escapes.',
    );
    return {};
  }
}

const header = ({ headers }: TransportReply, name: string): string => String(headers[name] ?? '');

/** The path of an address, for messages: nothing personal is in it. */
export const pathOf = (url: string): string => /^https?:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] || '/';

/** What an HTTP request line can carry. */
const escaped = (url: string) => (/^[\x21-\x7e]+$/.test(url) ? url : new URL(url).href);

function withoutUser(url: string): { address: string; authorization?: string } {
  const [, scheme = '', user, rest = ''] = /^(https?:\/\/)(?:([^/?#]*)@)?(.*)$/is.exec(url) ?? [];
  if (user === undefined) return { address: url };
  return { address: scheme + rest, authorization: `Basic ${Buffer.from(decoded(user)).toString('base64')}` };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function swapOrigin(url: string, from: string, to: string): string {
  const [, origin = '', rest = ''] = /^(https?:\/\/[^/?#]*)(.*)$/is.exec(url) ?? [];
  return origin.toLowerCase() === from.toLowerCase() ? to + rest : url;
}

/** The address that the app believes in. */
function publicOf({ settings: { url, publicUrl } }: Session, address: string): string {
  return publicUrl === undefined ? address : swapOrigin(address, originOf(url), originOf(publicUrl));
}

/** The address that can be reached from here. */
function localOf({ settings: { url, publicUrl } }: Session, address: string): string {
  return publicUrl === undefined ? address : swapOrigin(address, originOf(publicUrl), originOf(url));
}

const originOf = (url: string) => /^https?:\/\/[^/?#]*/i.exec(url)![0].replace(/\/\/[^/]*@/, '//');
