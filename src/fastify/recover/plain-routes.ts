/**
 * Plain routes: a route without a flow may return JSX, and a failure of any route becomes an apology.
 * @module
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { JsxElement } from '../../../jsx-runtime/element.ts';
import { problemText } from '../../render/explain/problem.ts';
import { render } from '../../render/render.ts';
import { withDeadline } from '../deadline.ts';
import { rejectionOfBody, reject } from '../reject/reject.ts';
import { reportLateEnd } from '../report/deadline.ts';
import { failureOf, isRejectedDocument } from '../report/failure.ts';
import { redactorForRequest } from '../report/redact.ts';
import { report } from '../report/report.ts';
import { baseUrlOf, mayBeCall, routeOf } from '../request.ts';
import { serverStateOf, type ServerState } from '../server-state.ts';
import { plainApology, xmlType } from './fallback-documents.ts';

/** Renders the JSX that a route returned, and sets the content type; never throws. */
export async function renderReply(
  request: FastifyRequest,
  reply: FastifyReply,
  node: JsxElement,
  state: ServerState,
): Promise<string> {
  reply.type(xmlType).serializer((text: string) => text);
  const redact = redactorForRequest(request);
  const route = routeOf(request);
  try {
    const xml = render(node, {
      baseUrl: baseUrlOf(request, state),
      development: state.development,
      onWarning: (problem) => request.log.warn({ code: problem.code }, redact(problemText(problem))),
    });
    if (typeof xml === 'string') return xml;
    const result = await withDeadline(xml, state.deadline, (ended) =>
      reportLateEnd({ request, state, route, redact }, ended, false),
    );
    if (!result.late) return result.value;
    const sentence = `${route} took longer than ${state.deadline} ms; the caller hears an apology.`;
    report(request, state.counts, 'deadline', 'deadline', sentence, { route });
  } catch (error) {
    reportFailure(request, state, isRejectedDocument(error) ? 'invalid' : 'error', error);
  }
  return plainApology;
}

/** Replaces every 5xx of a call by an apology: Plivo ends the call on anything but 200. */
export function apologise(app: FastifyInstance, state: ServerState): void {
  const thrown = new WeakMap<FastifyRequest, { readonly error: unknown }>();
  app.addHook('onError', async (request, _reply, error) => void thrown.set(request, { error }));
  app.addHook('onSend', (request, reply, payload, done) => {
    if (reply.statusCode < 500 || !mayBeCall(request, state)) return done(null, payload);
    reportFailure(request, state, 'handler', thrown.get(request)?.error);
    reply.code(200).type(xmlType).removeHeader('content-length');
    done(null, plainApology);
  });
}

type Thrown = Partial<Error> & { readonly statusCode?: number };

/** Fastify's error handler: a status and no text, since nothing of an error may go outside. */
export function handleError(thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const state = serverStateOf(request.server);
  const rejection = rejectionOfBody(thrown);
  if (rejection !== undefined) return reject(request, reply, state, rejection);
  const { statusCode = 500 } = (thrown ?? {}) as Thrown;
  if (statusCode >= 400 && statusCode < 500) return reply.code(statusCode).send();
  // The apology of a call reports the failure itself.
  if (!mayBeCall(request, state)) reportFailure(request, state, 'handler', thrown, '');
  return reply.code(500).send();
}

function reportFailure(
  request: FastifyRequest,
  { counts }: ServerState,
  reason: 'invalid' | 'error' | 'handler',
  error: unknown,
  consequence = '; the caller hears an apology',
): void {
  const route = routeOf(request);
  const { err, text } = error === undefined ? { text: '' } : failureOf(error, redactorForRequest(request));
  report(request, counts, 'render', reason, `${route} failed${consequence}.\n${text}`.trim(), { route, err });
}
