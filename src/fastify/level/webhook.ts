/**
 * One webhook: what Plivo says, what our own address says, and when it came.
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Call } from '../../call/call.ts';
import { callOf, readCall } from '../../call/read-call.ts';
import { hideOf, type Hide } from '../log/hide.ts';
import type { Settings } from '../options.ts';
import { isField } from '../query.ts';
import { baseUrlOf, fieldsOf } from '../request.ts';
import { isMarked, withoutMark } from './second-try.ts';

/** A request of Plivo's for one level. */
export interface Webhook {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly call: Call;
  /** The parameters of the address that are a level's own. */
  readonly query: Readonly<Record<string, unknown>>;
  /** The language that the address asks for; anything at all, since it comes from outside. */
  readonly lang: unknown;
  /** Something went wrong a step ago, and the caller has not done anything since. */
  readonly isSecondTry: boolean;
  readonly baseUrl: string;
  readonly hide: Hide;
  /** Milliseconds of `performance.now()`. */
  readonly since: number;
}

/** Reads a webhook; never throws. */
export function webhookOf(request: FastifyRequest, reply: FastifyReply, settings: Settings): Webhook {
  const since = performance.now();
  const fields = fieldsOf(request);
  const asked = request.query as Readonly<Record<string, unknown>>;
  const query = request.method === 'GET' ? withoutFields(withoutMark(asked)) : withoutMark(asked);
  // Forms and queries are parsed to texts in an object without Object's prototype; JSON can hold anything.
  const call = fields instanceof Object ? readCall(fields) : callOf(fields);
  return {
    request,
    reply,
    call,
    query,
    lang: query['lang'],
    isSecondTry: isMarked(asked) && call.input !== 'given' && call.speech === undefined,
    baseUrl: baseUrlOf(request, settings),
    hide: hideOf(fields),
    since,
  };
}

/** Of a GET, Plivo's fields are in the query too. */
function withoutFields(query: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(query).filter(([name]) => !isField(name)));
}

/** The address that was asked, as it was written; of a GET without Plivo's fields, which come anew with each request. */
export function ownAddress({ method, url }: FastifyRequest): string {
  const mark = url.indexOf('?');
  if (method !== 'GET' || mark === -1) return url;
  const own = url
    .slice(mark + 1)
    .split('&')
    .filter((item) => !isField(decodeURIComponent(item.split('=', 1)[0]!)));
  return url.slice(0, mark) + (own.length === 0 ? '' : `?${own.join('&')}`);
}
