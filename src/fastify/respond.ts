/**
 * The story of a webhook. Malformed requests are rejected before their form is read, by a hook (see `reject/`); then:
 * authenticate, dispatch, deduplicate, render, recover, report.
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answer, Attempt } from './cache/attempt.ts';
import type { AnswerSource, Outcome } from './cache/deduplicator.ts';
import { collision } from './cache/reply-cache.ts';
import { isCheckUuid } from '../webhook/check-call.ts';
import { levelHeader, writeLevel } from '../level-header.ts';
import { withDeadline } from './deadline.ts';
import { isNotice, noticeDeadline, takeNotice } from './notice.ts';
import { xmlType } from './recover/fallback-documents.ts';
import {
  retryOnce,
  recoverFromDeadline,
  recoverFromEndedCall,
  recoverFromFailure,
  recoverFromOverload,
  recoverFromParameters,
  retryHref,
} from './recover/recover.ts';
import { authenticate } from './reject/authenticate.ts';
import { reject, rejectMethod } from './reject/reject.ts';
import { recoverFromSession } from './recover/session.ts';
import { renderLevel, type RenderedLevel } from './render-level.ts';
import { reportLateEnd } from './report/deadline.ts';
import { reportAnswer } from './report/webhook-line.ts';
import { isForLocalUse, type ServerState } from './server-state.ts';
import { answerUnknownLevel } from './unknown-path.ts';
import { readWebhook, type Webhook } from './webhook.ts';

/**
 * Answers a request to a level. Every failure becomes a document with status 200: Plivo ends the call on anything else.
 *
 * @param path the path of the level, as its author wrote it
 */
export function respond(
  request: FastifyRequest,
  reply: FastifyReply,
  state: ServerState,
  path: string,
): unknown {
  const sender = authenticate(request, state);
  if (!sender.isPlivo) return reply.code(403).send();
  const served = state.levels.get(path);
  if (served === undefined) return answerUnknownLevel(request, reply, state);
  const methods: readonly string[] = served.methods;
  // The route may be of a level that was replaced since.
  if (!methods.includes(request.method)) return rejectMethod(request, reply, state, methods);
  const webhook = readWebhook(request, reply, state, served);
  const outcome = state.deduplicator.answerOnce(webhook, sender.signed, answerSourceOf(webhook));
  return outcome instanceof Promise
    ? outcome.then((settled) => send(webhook, settled))
    : send(webhook, outcome);
}

function send({ request, reply, state, call, reached }: Webhook, outcome: Outcome): FastifyReply {
  if (outcome === collision) return reject(request, reply, state, { status: 403, reason: 'collision' });
  // Read now and not on arrival: the process may have begun to stop while the answer was made.
  if (state.isDraining) reply.header('connection', 'close');
  // Names of levels are nobody's business where others reach the app.
  if (isForLocalUse(state) && isCheckUuid(call.callUuid))
    reply.header(levelHeader, writeLevel(reached.served.level.path));
  return outcome === '' ? reply.code(200).send() : reply.type(xmlType).send(outcome);
}

function answerSourceOf(webhook: Webhook): AnswerSource {
  const { state } = webhook;
  if (isNotice(webhook)) {
    // A notice comes once: handling it twice is better than never.
    return {
      make: (attempt) => takeNotice(webhook, attempt),
      late: undefined,
      deadline: noticeDeadline(state),
    };
  }
  return {
    make: (attempt) => makeDocument(webhook, attempt),
    late: () => retryOnce(webhook),
    deadline: state.deadline,
  };
}

function makeDocument(webhook: Webhook, attempt: Attempt): Answer {
  const fallback = recoverFromEndedCall(webhook) ?? recoverFromOverload(webhook);
  if (fallback !== undefined) return fallback;
  const { isRetry, state, call } = webhook;
  try {
    const pending = isRetry ? state.deduplicator.pending.take(retryHref(webhook), call.callUuid) : undefined;
    if (pending !== undefined) return inTime(continued(webhook, pending.of), attempt, pending.result);
    const rendered = renderLevel(webhook, attempt);
    return rendered instanceof Promise ? inTime(webhook, attempt, rendered) : finish(webhook, rendered);
  } catch (error) {
    return recoverFrom(webhook, attempt, error);
  }
}

/** The retry of a webhook whose answer is still being made: an error may hold keys that only the first request had. */
const continued = (webhook: Webhook, of: Webhook): Webhook => ({
  ...webhook,
  reached: of.reached,
  redact: (text) => webhook.redact(of.redact(text)),
});

const recoverFrom = (webhook: Webhook, attempt: Attempt, error: unknown): string =>
  recoverFromSession(webhook, error, () => renderLevel(webhook, attempt)) ??
  recoverFromFailure(webhook, error);

/** Waits for an async document, but not longer than the deadline. */
async function inTime(
  webhook: Webhook,
  attempt: Attempt,
  rendering: Promise<RenderedLevel>,
): Promise<string> {
  const { isRetry, state, call } = webhook;
  let isPending = false;
  try {
    const result = await withDeadline(rendering, timeLeft(webhook), (ended) =>
      reportLateEnd(webhook, ended, isPending),
    );
    if (!result.late) return finish(webhook, result.value);
  } catch (error) {
    // Nobody received this answer: the next try runs the level again.
    attempt.isDiscarded = attempt.clients.wereAllGone;
    return recoverFrom(webhook, attempt, error);
  }
  if (!isRetry)
    isPending = state.deduplicator.pending.keep(retryHref(webhook), call.callUuid, {
      result: rendering,
      of: webhook,
    });
  return recoverFromDeadline(webhook);
}

/** The caller waits since the request arrived. A level taken over from another process gets at least half of the deadline. */
const timeLeft = ({ since, state: { deadline } }: Webhook) =>
  Math.max(deadline / 2, since + deadline - performance.now());

function finish(webhook: Webhook, rendered: RenderedLevel): string {
  if ('refused' in rendered) return recoverFromParameters(webhook, rendered.refused);
  reportAnswer(webhook, rendered);
  return rendered.xml;
}
