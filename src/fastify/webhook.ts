/**
 * One webhook: what Plivo says, what our own address says, and when it came.
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Call } from '../webhook/call.ts';
import { somebodyActed } from '../webhook/user-action.ts';
import { callOf, readCall } from '../webhook/read-call.ts';
import { noAuthoredValues, type AuthoredValues } from '../flow/authored-values.ts';
import type { ServerState } from './server-state.ts';
import { redactorFor, type Redact } from './report/redact.ts';
import { baseUrlOf, fieldsOf, isField, ownQueryOf, routeOf } from './request.ts';
import { isMarked, withoutMark } from './retry-marker.ts';

/** A request of Plivo's for one level. */
export interface Webhook {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly call: Call;
  /** The parameters of the address that are a level's own. */
  readonly query: Readonly<Record<string, unknown>>;
  /** The language that the address asks for; anything at all, since it comes from outside. */
  readonly lang: unknown;
  /** Something went wrong a step ago, and neither the caller nor a B leg has done anything since. */
  readonly isSecondTry: boolean;
  readonly baseUrl: string;
  /** What may be told of its parameters. */
  readonly words: AuthoredValues;
  /** Its parameters, as they came and as the schema read them: the log hides what is in them. */
  readonly given: object[];
  readonly redact: Redact;
  /** Milliseconds of `performance.now()`. */
  readonly since: number;
}

/** Reads a webhook; never throws. */
export function readWebhook(request: FastifyRequest, reply: FastifyReply, live: ServerState): Webhook {
  const since = performance.now();
  const fields = fieldsOf(request);
  const asked = ownQueryOf(request);
  const query = withoutMark(asked);
  const words = live.words.get(routeOf(request)) ?? noAuthoredValues;
  const given = [query];
  // Forms and queries are parsed to texts in an object without Object's prototype; JSON can hold anything.
  const call = fields instanceof Object ? readCall(fields) : callOf(fields);
  return {
    request,
    reply,
    call,
    query,
    lang: query['lang'],
    isSecondTry: isMarked(asked) && !somebodyActed(call),
    baseUrl: baseUrlOf(request, live),
    words,
    given,
    redact: redactorFor(fields, given, words),
    since,
  };
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
