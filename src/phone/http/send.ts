/**
 * Sends a request, with the retries that its URL asks for.
 * @module
 */
import { parseUrl } from '../../parse-url.ts';
import type { Session } from '../engine/session.ts';
import { exchange, type Failed, type Reply } from './exchange.ts';
import type { Outgoing } from './outgoing.ts';
import type { RequestKind } from './request-kind.ts';
import { isRetried, retryOptions, type RetryOptions } from './retry-options.ts';

/** No try got a reply of 2xx. */
export interface NotReached extends Failed {
  readonly reached: false;
  readonly tries: number;
}

/** The result of the last try. */
export type Outcome = ({ readonly reached: true } & Reply) | NotReached;

/** The most redirects that one request follows. */
const maxRedirects = 10;

/** Sends a request, and follows the redirects of its replies if that is assumed. */
export async function send(session: Session, outgoing: Outgoing): Promise<Outcome> {
  let outcome = await sendOnce(session, outgoing);
  let { url } = outgoing;
  for (let count = 0; count < maxRedirects && !outcome.reached; count++) {
    const next = session.assume.followRedirects ? redirectOf(outcome, url) : undefined;
    if (next === undefined) break;
    url = next;
    outcome = await sendOnce(session, { ...outgoing, url, method: 'GET', params: {} });
  }
  return outcome;
}

/** Where a redirect points to; undefined for another reply. */
function redirectOf({ status, location = '' }: NotReached, base: string): string | undefined {
  if (status !== 301 && status !== 302 && status !== 303) return undefined;
  const url = location === '' ? undefined : parseUrl(location, base);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : undefined;
}

/** Sends a request, and retries it as its retry options say. */
async function sendOnce(session: Session, outgoing: Outgoing): Promise<Outcome> {
  const options = optionsOf(session, outgoing);
  let left = options.tt;
  for (let attempt = 1; ; attempt++) {
    const limits = { connect: Math.min(options.ct, left), read: Math.min(options.rt, left) };
    const { reply, failed, seconds } = await exchange(session, outgoing, attempt, limits);
    left -= seconds * 1000;
    if (reply !== undefined) return { reached: true, ...reply };
    const isLast = attempt > options.rc || left <= 0 || !isRetried(options, failed.status ?? failed.reason);
    if (isLast) return { reached: false, ...failed, tries: attempt };
  }
}

/** The kinds of requests for which Plivo ignores the options of the URL. */
const fixed: { readonly [Kind in RequestKind]?: RetryOptions } = {
  audio: { ct: 2000, rt: 120_000, tt: Infinity, rc: 1, rp: ['ct', 'rt'] },
  'stream-status': { ct: 2000, rt: 40_000, tt: 55_000, rc: 0, rp: [] },
};

function optionsOf(session: Session, { kind, url, tries }: Outgoing): RetryOptions {
  const ofUrl = fixed[kind] ?? retryOptions(url, (message, fix) => session.warn(message, fix));
  return tries === undefined ? ofUrl : { ...ofUrl, rc: tries - 1, rp: ['all'] };
}
