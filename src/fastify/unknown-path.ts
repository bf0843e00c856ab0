/**
 * Requests to paths that no level has: a caller may still hold the URL of a level that an older version had, and a URL in Plivo's
 * console may be wrong.
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { noLevelAt } from '../flow/no-level.ts';
import type { ServedLevel } from './level-table.ts';
import { plainApology, xmlType } from './recover/fallback-documents.ts';
import { recoverByStartingOver } from './recover/recover.ts';
import { authenticate, isSigned } from './reject/authenticate.ts';
import { reject } from './reject/reject.ts';
import { reportFailure } from './report/report-failure.ts';
import { redactorFor } from './report/redact.ts';
import { fieldsOf, isCall, ownQueryOf, pathOf } from './request.ts';
import { isForLocalUse, type ServerState } from './server-state.ts';
import { isForStartPage, showStartPage } from './start-page.ts';
import { readWebhook } from './webhook.ts';

/** Starts the flow over whose first level stands above the requested path. */
export function answerUnknownLevel(
  request: FastifyRequest,
  reply: FastifyReply,
  state: ServerState,
): FastifyReply | void {
  const served = firstLevelAbove(pathOf(request), state);
  if (served === undefined || !isCall(request)) return reply.callNotFound();
  if (!authenticate(request, state).isPlivo) return reply.code(403).send();
  const webhook = readWebhook(request, reply, state, served);
  const { name } = served.flow;
  const details = { flow: name, call: webhook.call.callUuid };
  const sentence = `The flow ${name} has no such level`;
  const why = wrongPath(request, state);
  return reply.type(xmlType).send(recoverByStartingOver(webhook, 'unknown_level', sentence, details, why));
}

/** The level at which the calls of a flow begin, such as `/ivr` for the path `/ivr/gone`; the longest of several. */
function firstLevelAbove(path: string, { flows, levels }: ServerState): ServedLevel | undefined {
  const above = flows
    .map(({ firstLevel }) => firstLevel.path)
    .filter((first) => path.startsWith(first.replace(/\/?$/, '/')));
  const [longest] = above.toSorted((a, b) => b.length - a.length);
  return longest === undefined ? undefined : levels.get(longest);
}

/** Apologises when Plivo sent the request: a wrong URL in its console must not be silence. */
export function answerUnknownPath(
  request: FastifyRequest,
  reply: FastifyReply,
  state: ServerState,
): FastifyReply {
  const isCaller = isPlivo(request, state);
  if (!isCaller && isForStartPage(request, state)) return showStartPage(request, reply, state);
  if (!isCaller) return reject(request, reply, state, { status: 404, reason: 'path' });
  const why = wrongPath(request, state);
  const fix = 'Fix: compare the URLs in the console of Plivo with the levels that are listed at start.';
  const sentence = `Plivo requested a path that no level has; the caller hears an apology.${why ? '' : ` ${fix}`}`;
  const thrown = why && { error: why };
  // The path itself stays readable, except for what Plivo reports of the caller in this request.
  const redact = redactorFor(fieldsOf(request), [ownQueryOf(request)]);
  const unknown = { event: 'route', reason: 'unknown', answer: 'apology', sentence, thrown } as const;
  reportFailure({ request, reply, state, redact }, unknown);
  return reply.type(xmlType).send(plainApology);
}

/** Which path it was. Only for local use: a path may hold what a caller said. */
const wrongPath = (request: FastifyRequest, state: ServerState) =>
  isForLocalUse(state) ? noLevelAt(pathOf(request), state.flows) : undefined;

function isPlivo(request: FastifyRequest, state: ServerState): boolean {
  if (request.method !== 'GET' && request.method !== 'POST') return false;
  if (state.authTokens.length === 0) return isCall(request);
  return isSigned(request) && authenticate(request, state).isPlivo;
}
