/**
 * Plain routes: a route without a flow may return JSX.
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JsxElement } from '../../jsx-runtime/element.ts';
import { problemText } from '../render/explain/problem.ts';
import { plainContext } from '../render/plain-context.ts';
import { render } from '../render/render.ts';
import { withDeadline } from './deadline.ts';
import { plainApology, xmlType } from './recover/fallback-documents.ts';
import { reportLateEnd } from './report/deadline.ts';
import { isRejectedDocument } from './report/failure.ts';
import { redactorForRequest } from './report/redact.ts';
import { reportFailure } from './report/report-failure.ts';
import { reportRouteFailure } from './report/route-failure.ts';
import { requestTime } from './request-time.ts';
import { baseUrlOf, routeOf } from './request.ts';
import type { ServerState } from './server-state.ts';

/** Renders the JSX that a route returned, and sets the content type; never throws. */
export async function renderReply(
  request: FastifyRequest,
  reply: FastifyReply,
  node: JsxElement,
  state: ServerState,
): Promise<string> {
  reply.type(xmlType).serializer((text: string) => text);
  const redact = redactorForRequest(request);
  const failed = { request, reply, state, redact };
  const route = routeOf(request);
  try {
    const xml = render(node, {
      context: plainContext(baseUrlOf(request, state), requestTime(request, reply, state)),
      development: state.development,
      onWarning: (problem) => request.log.warn({ code: problem.code }, redact(problemText(problem))),
    });
    if (typeof xml === 'string') return xml;
    const result = await withDeadline(xml, state.deadline, (ended) =>
      reportLateEnd({ request, state, route, redact }, ended, false),
    );
    if (!result.late) return result.value;
    const sentence = `${route} took longer than ${state.deadline} ms; the caller hears an apology.`;
    const details = { route };
    reportFailure(failed, { event: 'deadline', reason: 'deadline', answer: 'apology', sentence, details });
  } catch (error) {
    reportRouteFailure(failed, isRejectedDocument(error) ? 'invalid' : 'error', { error });
  }
  return plainApology;
}
