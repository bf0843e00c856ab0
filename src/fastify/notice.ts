/**
 * A notice: Plivo tells what happened, and looks at nothing but the status of the reply.
 * @module
 */
import type { CallKind } from '../call/call.ts';
import type { AnyLevel } from '../flow/level.ts';
import { readParams } from '../flow/params.ts';
import { withDeadline } from './deadline.ts';
import { failureOf } from './failure.ts';
import { logWebhook } from './log.ts';
import type { Webhook } from './webhook.ts';

// Plivo also sends these to an answer URL when nothing else is set, and wants no document back.
const kinds: ReadonlySet<CallKind> = new Set<CallKind>(['hangup', 'ring', 'machine-detection']);

/** True when what is asked for is no document. */
export const isNotice = ({ kind }: AnyLevel, { call }: Webhook) =>
  kind === 'callback' || kinds.has(call.kind);

/**
 * Runs the handler of a callback; a level's component has no part in a notice.
 *
 * @param deadline how long Plivo waits for it, in milliseconds; after that it goes on in the background
 */
export async function takeNotice(level: AnyLevel, webhook: Webhook, deadline: number): Promise<void> {
  const params = level.kind === 'callback' ? await handled(level, webhook, deadline) : {};
  logWebhook(webhook, { route: level.path, params, to: () => 'nothing (a notice)' });
}

async function handled(level: AnyLevel, webhook: Webhook, deadline: number): Promise<object> {
  const { request, call, query, hide } = webhook;
  const { path, schema, component } = level;
  const failed = (error: unknown) => {
    const { err, text } = failureOf(error, hide);
    request.log.error({ route: path, reason: 'callback', err }, `${path} failed on a notice.\n${text}`);
  };
  try {
    const read = await readParams(schema, query);
    if (!read.ok) {
      const sentence = `${path} was told parameters that it does not accept.`;
      request.log.warn({ route: path, reason: 'params' }, sentence);
      return {};
    }
    const done = Promise.resolve(component({ params: read.value, call }, { baseUrl: undefined }));
    const { late } = await withDeadline(done, deadline, ({ ok, error }) => ok || failed(error));
    if (late) request.log.warn({ route: path, reason: 'deadline' }, `${path} goes on in the background.`);
    return read.value;
  } catch (error) {
    failed(error);
    return {};
  }
}
