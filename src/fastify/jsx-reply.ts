/**
 * What a plain route returned, printed; a document that cannot be printed becomes an apology.
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JsxElement } from '../../jsx-runtime/element.ts';
import { problemText } from '../render/explain/problem.ts';
import { render } from '../render/render.ts';
import { withDeadline } from './deadline.ts';
import type { ServerState } from './server-state.ts';
import { failureOf, isOurRefusal } from './report/failure.ts';
import { redactorForRequest } from './report/redact.ts';
import { baseUrlOf, routeOf } from './request.ts';
import { plainApology, xmlType } from './recover/fallback-documents.ts';
import { report } from './report/report.ts';

/** Prints a document and makes the reply one; never throws. */
export async function renderReply(
  request: FastifyRequest,
  reply: FastifyReply,
  node: JsxElement,
  live: ServerState,
): Promise<string> {
  reply.type(xmlType).serializer((text: string) => text);
  const { counts } = live;
  const hide = redactorForRequest(request);
  const route = routeOf(request);
  try {
    const xml = render(node, {
      baseUrl: baseUrlOf(request, live),
      development: live.development,
      onWarning: (problem) => request.log.warn({ code: problem.code }, hide(problemText(problem))),
    });
    if (typeof xml === 'string') return xml;
    const result = await withDeadline(xml, live.deadline, (ended) => {
      const { err, text } = ended.ok ? { text: '' } : failureOf(ended.error, hide);
      const sentence = `${route} came back after the deadline; what it gave was dropped.\n${text}`;
      report(request, counts, 'deadline', 'late', sentence.trim(), { route, err });
    });
    if (!result.late) return result.value;
    const sentence = `${route} took longer than ${live.deadline} ms; the caller hears an apology.`;
    report(request, counts, 'deadline', 'deadline', sentence, { route });
  } catch (error) {
    const { err, text } = failureOf(error, hide);
    const reason = isOurRefusal(error) ? 'invalid' : 'error';
    const sentence = `${route} failed; the caller hears an apology.\n${text}`;
    report(request, counts, 'render', reason, sentence, { route, err });
  }
  return plainApology;
}
