/**
 * Reports missed deadlines.
 * @module
 */
import { PlivoJsxError } from '../../errors.ts';
import type { Ended } from '../deadline.ts';
import { answeringLevel, type Webhook } from '../webhook.ts';
import { failureOf } from './failure.ts';
import { report } from './report.ts';

/** Reports that a level missed the deadline: by a promise, or by a component that kept the process busy. */
export function reportDeadline(
  webhook: Webhook,
  ...[event, reason]: ['deadline', 'deadline'] | ['loop_delay', 'component']
): void {
  const { request, state, route } = webhook;
  const sentence = deadlineText(answeringLevel(webhook), state);
  report(request, state.counts, event, reason as never, sentence, { route });
}

/** Says that a level or a route missed the deadline. */
export const deadlineText = (path: string, { deadline }: Webhook['state']): string =>
  new PlivoJsxError('E_DEADLINE', { path, milliseconds: deadline }).message;

/** Reports how a document ended that missed its deadline. */
export function reportLateEnd(
  { request, state, route, redact }: Pick<Webhook, 'request' | 'state' | 'route' | 'redact'>,
  ended: Ended,
  isPending: boolean,
): void {
  const { err, text } = ended.ok ? { text: '' } : failureOf(ended.error, redact);
  const consequence = isPending ? 'its retry gets the result' : 'the result is dropped';
  const sentence = `${route} was done after the deadline; ${consequence}.\n${text}`;
  report(request, state.counts, 'deadline', 'late', sentence.trim(), { route, err });
}
