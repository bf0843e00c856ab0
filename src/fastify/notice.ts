/**
 * Notices: Plivo reports what happened, and reads nothing but the status of the reply.
 * @module
 */
import { PlivoJsxError } from '../errors.ts';
import { readLevelParams } from '../flow/level-params.ts';
import { knownLanguage } from '../flow/languages.ts';
import { ignoreRejections } from '../render/ignore-rejections.ts';
import { plainContext } from '../render/plain-context.ts';
import type { CallKind } from '../webhook/call.ts';
import type { Attempt } from './cache/attempt.ts';
import { withDeadline, type Ended } from './deadline.ts';
import { reasonInDevelopment, renderStep } from './render-step.ts';
import type { ReasonOf } from './report/events.ts';
import { reportFailure } from './report/report-failure.ts';
import { report } from './report/report.ts';
import { writeWebhookLine } from './report/webhook-line.ts';
import type { ServerState } from './server-state.ts';
import { ownHref, type Webhook } from './webhook.ts';
import { sessionOfCall } from './session/stored-session.ts';

// Without a hangup or ring URL, Plivo sends these to the answer URL, and expects no document.
const lifecycle: ReadonlySet<CallKind> = new Set<CallKind>(['hangup', 'ring', 'machine-detection']);

const isLifecycle = (kind: CallKind): kind is ReasonOf<'lifecycle'> => lifecycle.has(kind);

/** Whether a webhook expects no document. */
export const isNotice = ({ served, call, dialog }: Webhook): boolean =>
  served.level.kind === 'callback' || isLifecycle(call.kind) || dialog?.phase === 'notice';

/**
 * How long a handler may take before Plivo is answered without it, in milliseconds. No caller hears silence meanwhile, so it
 * is five times the deadline of a document; but Plivo expects a reply within 15 seconds, and a process that stops waits for 10.
 */
export const noticeDeadline = ({ deadline }: ServerState): number => Math.min(5 * deadline, 10_000);

/**
 * Runs the handler of a callback. The component of a level has no part in a notice. Plivo is answered when the handler is
 * done: it sends a notice again after a refused connection or a timeout, and never after a 200. A handler that misses the
 * deadline goes on in the background.
 *
 * A handler that fails is answered with 200 as well: unless the URL says otherwise (`#rp=5xx`), Plivo does not retry any
 * status. The answer is discarded, so that a retry runs the handler again.
 *
 * @returns the empty reply
 */
export async function takeNotice(webhook: Webhook, attempt: Attempt): Promise<''> {
  const { call, state, served } = webhook;
  if (call.kind === 'hangup' && call.callUuid !== undefined) state.endedCalls.add(call.callUuid);
  if (isLifecycle(call.kind)) state.counts.add('lifecycle', call.kind);
  const isHandled = served.level.kind === 'callback' || !isLifecycle(call.kind);
  const params = isHandled ? await handle(webhook, attempt) : {};
  writeWebhookLine(webhook, params, 'nothing (a notice)');
  return '';
}

async function handle(webhook: Webhook, attempt: Attempt): Promise<object> {
  const { request, route, state, dialog } = webhook;
  const { counts } = state;
  const failed = (error: unknown) =>
    reportFailure(webhook, {
      event: 'callback',
      reason: 'callback',
      answer: 'nothing',
      sentence: `${route} failed on a notice.`,
      details: { route },
      thrown: { error },
    });
  let params = {};
  const onParams = (read: object) => void (params = read);
  const onLate = ({ ok, error }: Ended) => ok || failed(error);
  try {
    const { late } = await withDeadline(
      dialog === undefined ? runHandler(webhook, onParams) : runDialog(webhook, attempt),
      noticeDeadline(state),
      onLate,
    );
    const sentence = `${route} goes on in the background.`;
    if (late) report(request, counts, 'callback', 'deadline', sentence, { route });
  } catch (error) {
    attempt.isDiscarded = true;
    failed(error);
  }
  return params;
}

/** Runs a level so that one of its dialogs takes a notice; nobody hears the document. */
async function runDialog(webhook: Webhook, attempt: Attempt): Promise<void> {
  const { served, call, query, lang, dialog, request } = webhook;
  const rendered = await renderStep(webhook, attempt, {
    served,
    call,
    query,
    lang,
    dialog,
    href: ownHref(request),
  });
  if ('refused' in rendered) return refuse(webhook, rendered.refused);
  if (!rendered.context.isDialogFound)
    throw new PlivoJsxError('E_DIALOG_GONE', { dialog: dialog!.dialog, path: served.level.path });
}

/** Reports parameters that a callback or a level does not accept. */
const refuse = (webhook: Webhook, why: PlivoJsxError | undefined): void =>
  reportFailure(webhook, {
    event: 'callback',
    reason: 'params',
    answer: 'nothing',
    sentence: `${webhook.route} received parameters that it does not accept.`,
    details: { route: webhook.route },
    thrown: why && { error: why },
  });

async function runHandler(webhook: Webhook, onParams: (params: object) => void): Promise<void> {
  const { served, call, query, lang, given, state } = webhook;
  const { level, flow } = served;
  const { catalogue, languages } = flow;
  const read = await readLevelParams(level, flow, query);
  if (!read.ok) {
    ignoreRejections(read);
    return refuse(webhook, reasonInDevelopment(webhook, read, state.development));
  }
  onParams(read.value);
  given.push(read.value);
  ignoreRejections(read.value);
  const context = Object.assign(plainContext(undefined, webhook.time), {
    call,
    level: level.path,
    language: knownLanguage(lang, languages),
    languages,
    catalogue,
    session: sessionOfCall(webhook),
  });
  ignoreRejections(await level.component({ params: read.value, call }, context));
}
