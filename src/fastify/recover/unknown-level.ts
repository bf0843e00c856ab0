/**
 * URLs of levels that no longer exist: a caller who still holds one starts the flow over.
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServedLevel } from '../level-table.ts';
import { authenticate } from '../reject/authenticate.ts';
import { report } from '../report/report.ts';
import { isCall, pathOf } from '../request.ts';
import type { ServerState } from '../server-state.ts';
import { readWebhook } from '../webhook.ts';
import { xmlType } from './fallback-documents.ts';
import { startOverOnce } from './recover.ts';

/** Starts the flow over whose first level stands above the requested path. */
export function startOver(
  request: FastifyRequest,
  reply: FastifyReply,
  state: ServerState,
): FastifyReply | void {
  const served = firstLevelAbove(pathOf(request), state);
  if (served === undefined || !isCall(request)) return reply.callNotFound();
  if (!authenticate(request, state).isPlivo) return reply.code(403).send();
  const webhook = readWebhook(request, reply, state, served);
  const { isRetry, call } = webhook;
  const { flow } = served;
  const consequence = isRetry ? 'the caller hears an apology' : 'it starts over';
  const sentence = `The flow ${flow.name} has no such level; ${consequence}.`;
  const details = { flow: flow.name, call: call.callUuid };
  report(request, state.counts, 'state', 'unknown_level', sentence, details);
  return reply.type(xmlType).send(startOverOnce(webhook));
}

/** The level at which the calls of a flow begin, such as `/ivr` for the path `/ivr/gone`; the longest of several. */
function firstLevelAbove(path: string, { flows, levels }: ServerState): ServedLevel | undefined {
  const above = flows
    .map(({ answer }) => answer.path)
    .filter((first) => path.startsWith(first.replace(/\/?$/, '/')));
  const [longest] = above.toSorted((a, b) => b.length - a.length);
  return longest === undefined ? undefined : levels.get(longest);
}
