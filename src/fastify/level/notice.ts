/**
 * A notice: Plivo tells what happened, and looks at nothing but the status of the reply.
 * @module
 */
import type { CallKind } from '../../call/call.ts';
import type { AnyLevel } from '../../flow/level.ts';
import { readParams } from '../../flow/params.ts';
import { silenceAll } from '../../render/promise.ts';
import { withDeadline } from '../deadline.ts';
import type { Live } from '../live.ts';
import { failureOf } from '../log/failure.ts';
import { logWebhook } from '../log/log.ts';
import type { ReasonOf } from '../watch/happenings.ts';
import { tell } from '../watch/tell.ts';
import type { Webhook } from './webhook.ts';

// Plivo also sends these to an answer URL when nothing else is set, and wants no document back.
const lifecycle: ReadonlySet<CallKind> = new Set<CallKind>(['hangup', 'ring', 'machine-detection']);

const isLifecycle = (kind: CallKind): kind is ReasonOf<'lifecycle'> => lifecycle.has(kind);

/** True when what is asked for is no document. */
export const isNotice = ({ kind }: AnyLevel, { call }: Webhook) =>
  kind === 'callback' || isLifecycle(call.kind);

/**
 * Runs the handler of a callback; a level's component has no part in a notice. After the deadline it goes on in the
 * background, since Plivo waits for the status only.
 *
 * @returns what Plivo gets: nothing
 */
export async function takeNotice(level: AnyLevel, webhook: Webhook, live: Live): Promise<''> {
  const { call } = webhook;
  if (call.kind === 'hangup' && call.callUuid !== undefined) live.ended.set(call.callUuid, true);
  if (isLifecycle(call.kind)) live.counts.add('lifecycle', call.kind);
  const params = level.kind === 'callback' ? await handled(level, webhook, live) : {};
  logWebhook(webhook, { route: level.path, params, to: () => 'nothing (a notice)' });
  return '';
}

async function handled(level: AnyLevel, webhook: Webhook, live: Live): Promise<object> {
  const { request, call, query, given, hide } = webhook;
  const { path: route, schema, component } = level;
  const { counts, deadline } = live;
  const failed = (error: unknown) => {
    const { err, text } = failureOf(error, hide);
    const sentence = `${route} failed on a notice.\n${text}`;
    tell(request, counts, 'callback', 'callback', sentence, { route, err });
  };
  let params = {};
  const take = async () => {
    const read = await readParams(schema, query);
    if (!read.ok) {
      silenceAll(read);
      const sentence = `${route} was told parameters that it does not accept.`;
      return tell(request, counts, 'callback', 'params', sentence, { route });
    }
    params = read.value;
    given.push(params);
    silenceAll(params);
    silenceAll(await component({ params, call }, { baseUrl: undefined }));
  };
  try {
    const { late } = await withDeadline(take(), deadline, ({ ok, error }) => ok || failed(error));
    const sentence = `${route} goes on in the background.`;
    if (late) tell(request, counts, 'callback', 'deadline', sentence, { route });
  } catch (error) {
    failed(error);
  }
  return params;
}
