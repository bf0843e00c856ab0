/**
 * One webhook: what Plivo reports, what the URL says, and the level that answers.
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readDialogState, withoutDialogState, type DialogState } from '../flow/dialog-state.ts';
import { decodeTexts } from '../flow/param-text.ts';
import type { Call } from '../webhook/call.ts';
import { createCall, readCall } from '../webhook/read-call.ts';
import { isUserAction } from '../webhook/user-action.ts';
import type { ServedLevel } from './level-table.ts';
import { redactorFor, type Redact } from './report/redact.ts';
import { baseUrlOf, fieldsOf, isField, ownQueryOf } from './request.ts';
import { requestTime } from './request-time.ts';
import { isMarked, withoutMarker } from './retry-marker.ts';
import type { ServerState } from './server-state.ts';

/** A request from Plivo to one level. */
export interface Webhook {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly state: ServerState;
  readonly served: ServedLevel;
  /** The path of the level. */
  readonly route: string;
  readonly call: Call;
  /** The parameters of the level in the URL, decoded. */
  readonly query: Readonly<Record<string, unknown>>;
  /** The language in the URL; any value, since it comes from outside. */
  readonly lang: unknown;
  /** The state of the dialog that the request belongs to, if it belongs to one. */
  readonly dialog: DialogState | undefined;
  /** Whether the step before failed, and neither the caller nor a B leg has done anything since. */
  readonly isRetry: boolean;
  readonly baseUrl: string;
  /**
   * The level that makes the answer: the requested one, or the one that a `<Forward>` has led to. A failure is told in the words of
   * its flow, and a retry begins there.
   */
  reached: Pick<Webhook, 'served' | 'query' | 'lang' | 'dialog'>;
  /** The parameters as they came and as the schema read them; they are redacted in the log. */
  readonly given: object[];
  readonly redact: Redact;
  /** The time of the call, in milliseconds since 1970; the real one unless a phone or a test says another. */
  readonly time: number;
  /** When the request arrived, in milliseconds of `performance.now()`. */
  readonly since: number;
}

/** Reads a webhook; never throws. */
export function readWebhook(
  request: FastifyRequest,
  reply: FastifyReply,
  state: ServerState,
  served: ServedLevel,
): Webhook {
  const since = performance.now();
  const fields = fieldsOf(request);
  const ownQuery = ownQueryOf(request);
  const dialog = readDialogState(ownQuery);
  const query = decodeTexts(withoutDialogState(withoutMarker(ownQuery)));
  const given = [query];
  // Forms and queries are parsed into objects without a prototype and hold texts; JSON can hold anything.
  const call = fields instanceof Object ? readCall(fields) : createCall(fields);
  return {
    request,
    reply,
    state,
    served,
    route: served.level.path,
    call,
    query,
    lang: query['lang'],
    dialog,
    reached: { served, query, lang: query['lang'], dialog },
    isRetry: isMarked(ownQuery) && !isUserAction(call),
    baseUrl: baseUrlOf(request, state),
    given,
    redact: redactorFor(fields, given, served.authored),
    time: requestTime(request, reply, state),
    since,
  };
}

/** Which level answers, for a sentence: `/menu`, or `/sales (forwarded from /menu)`. */
export function answeringLevel({ route, reached }: Pick<Webhook, 'route' | 'reached'>): string {
  const { path } = reached.served.level;
  return path === route ? route : `${path} (forwarded from ${route})`;
}

/** The path and query of the request as they were written, without Plivo's own fields of a GET: they are sent anew each time. */
export function ownHref({ method, url }: FastifyRequest): string {
  const mark = url.indexOf('?');
  if (method !== 'GET' || mark === -1) return url;
  const own = url
    .slice(mark + 1)
    .split('&')
    .filter((item) => !isField(decodeURIComponent(item.split('=', 1)[0]!)));
  return url.slice(0, mark) + (own.length === 0 ? '' : `?${own.join('&')}`);
}
