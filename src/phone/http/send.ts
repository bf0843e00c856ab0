/**
 * A request with its retries, and what came of it.
 * @module
 */
import type { Method } from '../../elements/url.ts';
import type { RequestKind } from './request-kind.ts';
import type { Params } from '../engine/requests.ts';
import type { Session } from '../engine/session.ts';
import { exchange, type Failed, type Reply } from './exchange.ts';
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

/** No reply of 2xx, in all tries. */
export interface NotReached extends Failed {
  readonly reached: false;
  readonly tries: number;
}

/** What came of it, in the end. */
export type Outcome = ({ readonly reached: true } & Reply) | NotReached;

/** Sends it, and again as its retry options say. */
export async function send(session: Session, outgoing: Outgoing): Promise<Outcome> {
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

/** Plivo reads no options from these URLs. */
const fixed: { readonly [Kind in RequestKind]?: RetryOptions } = {
  audio: { ct: 2000, rt: 120_000, tt: Infinity, rc: 1, rp: ['ct', 'rt'] },
  'stream-status': { ct: 2000, rt: 40_000, tt: 55_000, rc: 0, rp: [] },
};

function optionsOf(session: Session, { kind, url, tries }: Outgoing): RetryOptions {
  const ofUrl = fixed[kind] ?? retryOptions(url, (says, fix) => session.warn(says, fix));
  return tries === undefined ? ofUrl : { ...ofUrl, rc: tries - 1, rp: ['all'] };
}
