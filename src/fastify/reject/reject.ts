/**
 * Turns a request away: a status and nothing else, a count, and a line in the log.
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tooManyFields } from '../form.ts';
import type { Live } from '../server-state.ts';
import type { ReasonOf } from '../report/events.ts';
import { tell } from '../report/report.ts';
import { Allowance } from './rate-limit.ts';
import { refusalOf, type Refusal } from './request-line.ts';

/** Most lines a second for each reason: anyone can send as many such requests as they like. */
const linesASecond = 10;

/**
 * Asks for a line about what was refused.
 *
 * @returns what to add to it about those that were not told; undefined when too many were told in this second
 */
export function mayTell({ allowances }: Live, what: string): string | undefined {
  const allowance = allowances.get(what) ?? new Allowance(linesASecond);
  allowances.set(what, allowance);
  const untold = allowance.take(performance.now());
  if (untold === undefined) return undefined;
  return untold > 0 ? `, and ${untold} others before it` : '';
}

/** Counts a request that is refused, and tells it unless too many were told in this second. */
export function tellRefused<E extends 'auth' | 'reject'>(
  request: FastifyRequest,
  live: Live,
  event: E,
  reason: ReasonOf<E>,
): void {
  const others = mayTell(live, `${event} ${reason}`);
  if (others === undefined) return live.counts.add(event, reason);
  const { url: route } = request.routeOptions;
  const sentence = `Refused a request to ${route ?? 'an unknown address'}: ${reason}${others}`;
  tell(request, live.counts, event, reason, sentence, { route });
}

/** Answers with a status and nothing. */
export function turnAway(
  request: FastifyRequest,
  reply: FastifyReply,
  live: Live,
  { status, reason }: Refusal,
): FastifyReply {
  tellRefused(request, live, 'reject', reason);
  // What is left of a body that nobody wants to read would be taken for the next request.
  if (status === 413) reply.header('connection', 'close');
  return reply.code(status).send();
}

/** Refuses the method of a request for a level, and says which the level answers. */
export function turnAwayMethod(
  request: FastifyRequest,
  reply: FastifyReply,
  live: Live,
  methods: readonly string[],
): FastifyReply {
  reply.header('allow', methods.join(', '));
  return turnAway(request, reply, live, { status: 405, reason: 'method' });
}

/** A hook that turns away what cannot be a request of Plivo's, before its body is read. */
export const refuseOdd = (live: Live) => (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
  const refusal = refusalOf(request.raw);
  if (refusal === undefined) done();
  else turnAway(request, reply, live, refusal);
};

/** What the parser of the body says, as a refusal; undefined for what is no fault of the request. */
export function refusalOfBody(thrown: unknown): Refusal | undefined {
  const { statusCode, code } = (thrown ?? {}) as { readonly statusCode?: unknown; readonly code?: unknown };
  if (statusCode === 413) return { status: 413, reason: code === tooManyFields ? 'params' : 'body_size' };
  if (statusCode === 415) return { status: 415, reason: 'media_type' };
  return undefined;
}
