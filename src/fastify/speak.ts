/**
 * What a plain route returned, printed; a document that cannot be printed becomes an apology.
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JsxElement } from '../../jsx-runtime/element.ts';
import { problemText } from '../render/problem.ts';
import { render } from '../render/render.ts';
import { withDeadline } from './deadline.ts';
import { failureOf } from './failure.ts';
import { hideOf } from './hide.ts';
import type { Settings } from './options.ts';
import { baseUrlOf, fieldsOf } from './request.ts';
import { plainApology, xmlType } from './sorry.ts';

/** Prints a document and makes the reply one; never throws. */
export async function speak(
  request: FastifyRequest,
  reply: FastifyReply,
  node: JsxElement,
  settings: Settings,
): Promise<string> {
  reply.type(xmlType).serializer((text: string) => text);
  const { log } = request;
  const hide = hideOf(fieldsOf(request));
  const route = routeOf(request);
  try {
    const xml = render(node, {
      baseUrl: baseUrlOf(request, settings),
      development: settings.development,
      onWarning: (problem) => log.warn({ code: problem.code }, hide(problemText(problem))),
    });
    if (typeof xml === 'string') return xml;
    const result = await withDeadline(xml, settings.deadline, (ended) => {
      const { err, text } = ended.ok ? { text: '' } : failureOf(ended.error, hide);
      const sentence = `${route} came back after the deadline; what it gave was dropped.\n${text}`;
      log.warn({ reason: 'late', err }, sentence.trim());
    });
    if (!result.late) return result.value;
    const sentence = `${route} took longer than ${settings.deadline} ms; the caller hears an apology.`;
    log.error({ reason: 'deadline' }, sentence);
  } catch (error) {
    const { err, text } = failureOf(error, hide);
    log.error({ reason: 'render', err }, `${route} failed; the caller hears an apology.\n${text}`);
  }
  return plainApology;
}

/** The path of a route, as it was written: what was asked for may hold a number. */
export const routeOf = (request: FastifyRequest) => request.routeOptions.url ?? 'A route';
