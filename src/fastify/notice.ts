/**
 * A notice: Plivo tells what happened, and looks at nothing but the status of the reply.
 * @module
 */
import type { CallKind } from '../webhook/call.ts';
import type { AnyLevel } from '../flow/level.ts';
import { readParams } from '../flow/params.ts';
import { ignoreRejections } from '../render/ignore-rejections.ts';
import { withDeadline, type Ended } from './deadline.ts';
import type { ServerState } from './server-state.ts';
import { failureOf } from './report/failure.ts';
import { logWebhook } from './report/webhook-line.ts';
import type { ReasonOf } from './report/events.ts';
import { report } from './report/report.ts';
import type { Webhook } from './webhook.ts';

// Plivo also sends these to an answer URL when nothing else is set, and wants no document back.
const lifecycle: ReadonlySet<CallKind> = new Set<CallKind>(['hangup', 'ring', 'machine-detection']);

const isLifecycle = (kind: CallKind): kind is ReasonOf<'lifecycle'> => lifecycle.has(kind);

/** True when what is asked for is no document. */
export const isNotice = ({ kind }: AnyLevel, { call }: Webhook) =>
  kind === 'callback' || isLifecycle(call.kind);

/**
 * How long a handler may take before Plivo is answered without it, in milliseconds. Nobody hears silence meanwhile, so it is
 * five times as long as a document may take; but Plivo wants a reply within 15 seconds, and a process that stops waits for 10.
 */
export const noticeDeadline = ({ deadline }: ServerState) => Math.min(5 * deadline, 10_000);

/**
 * Runs the handler of a callback; a level's component has no part in a notice. Plivo is answered when the handler is done:
 * it sends a notice again after a refused connection or a timeout, and never after a 200. A handler that is late goes on in
 * the background.
 *
 * A handler that failed is answered with 200 too: unless an address says otherwise (`#rp=5xx`), Plivo takes any status for
 * an end, and a 5xx would only be an alarm in Plivo's log instead of ours.
 *
 * @returns false when the handler failed: the answer is not to be given again, so that a second try is handled anew
 */
export async function takeNotice(level: AnyLevel, webhook: Webhook, live: ServerState): Promise<boolean> {
  const { call } = webhook;
  if (call.kind === 'hangup' && call.callUuid !== undefined) live.ended.set(call.callUuid, true);
  if (isLifecycle(call.kind)) live.counts.add('lifecycle', call.kind);
  const { params, isDone } = level.kind === 'callback' ? await handled(level, webhook, live) : nothingToDo;
  logWebhook(webhook, { route: level.path, params, to: () => 'nothing (a notice)' });
  return isDone;
}

interface Handled {
  readonly params: object;
  readonly isDone: boolean;
}

const nothingToDo: Handled = { params: {}, isDone: true };

async function handled(level: AnyLevel, webhook: Webhook, live: ServerState): Promise<Handled> {
  const { request, call, query, given, redact } = webhook;
  const { path: route, schema, component } = level;
  const { counts } = live;
  const failed = (error: unknown) => {
    const { err, text } = failureOf(error, redact);
    const sentence = `${route} failed on a notice.\n${text}`;
    report(request, counts, 'callback', 'callback', sentence, { route, err });
  };
  let params = {};
  const take = async () => {
    const read = await readParams(schema, query);
    if (!read.ok) {
      ignoreRejections(read);
      const sentence = `${route} was told parameters that it does not accept.`;
      return report(request, counts, 'callback', 'params', sentence, { route });
    }
    params = read.value;
    given.push(params);
    ignoreRejections(params);
    ignoreRejections(await component({ params, call }, { baseUrl: undefined }));
  };
  try {
    const onLate = ({ ok, error }: Ended) => ok || failed(error);
    const { late } = await withDeadline(take(), noticeDeadline(live), onLate);
    const sentence = `${route} goes on in the background.`;
    if (late) report(request, counts, 'callback', 'deadline', sentence, { route });
    return { params, isDone: true };
  } catch (error) {
    failed(error);
    return { params, isDone: false };
  }
}
