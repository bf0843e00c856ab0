/**
 * Rejects a request: a status without a body, a count, and a log line.
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tooManyFields } from '../form.ts';
import type { ServerState } from '../server-state.ts';
import type { ReasonOf } from '../report/events.ts';
import { report } from '../report/report.ts';
import { allowLine } from '../report/rate-limit.ts';
import { rejectionOf, type Rejection } from './request-line.ts';

/** Counts a rejected request, and logs it within the rate limit. */
export function reportRejected<E extends 'auth' | 'reject'>(
  request: FastifyRequest,
  state: ServerState,
  event: E,
  reason: ReasonOf<E>,
): void {
  const others = allowLine(state, `${event} ${reason}`);
  if (others === undefined) return state.counts.add(event, reason);
  const { url: route } = request.routeOptions;
  const sentence = `Rejected a request to ${route ?? 'an unknown address'}: ${reason}${others}`;
  report(request, state.counts, event, reason, sentence, { route });
}

/** Answers with a status and no body. */
export function reject(
  request: FastifyRequest,
  reply: FastifyReply,
  state: ServerState,
  { status, reason }: Rejection,
): FastifyReply {
  reportRejected(request, state, 'reject', reason);
  // The unread rest of the body would be taken for the next request.
  if (status === 413) reply.header('connection', 'close');
  return reply.code(status).send();
}

/** Rejects the method of a request to a level, and names the methods that the level answers. */
export function rejectMethod(
  request: FastifyRequest,
  reply: FastifyReply,
  state: ServerState,
  methods: readonly string[],
): FastifyReply {
  reply.header('allow', methods.join(', '));
  return reject(request, reply, state, { status: 405, reason: 'method' });
}

/** A hook that rejects what cannot be a request of Plivo, before its body is read. */
export const rejectMalformed =
  (state: ServerState) => (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    const rejection = rejectionOf(request.raw);
    if (rejection === undefined) done();
    else reject(request, reply, state, rejection);
  };

/** The rejection for an error of the body parser; undefined for any other error. */
export function rejectionOfBody(thrown: unknown): Rejection | undefined {
  const { statusCode, code } = (thrown ?? {}) as { readonly statusCode?: unknown; readonly code?: unknown };
  if (statusCode === 413) return { status: 413, reason: code === tooManyFields ? 'params' : 'body_size' };
  if (statusCode === 415) return { status: 415, reason: 'media_type' };
  return undefined;
}
