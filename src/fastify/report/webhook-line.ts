/**
 * One log line for each webhook: enough to follow a caller, and nothing that they sent.
 * @module
 */
import type { RenderedLevel } from '../render-level.ts';
import type { Refused } from '../render-step.ts';
import type { Webhook } from '../webhook.ts';
import { reportDeadline } from './deadline.ts';
import { inputAnomalyOf, type InputAnomaly } from './input-anomaly.ts';
import { dialogText, nextSteps, shownParam } from './next-steps.ts';
import { hasLogger, report, severityOf } from './report.ts';

type RenderedContext = Exclude<RenderedLevel, Refused>['context'];

/** Reports a webhook that a level answered with its document. */
export function reportAnswer(webhook: Webhook, rendered: Exclude<RenderedLevel, Refused>): void {
  const { request, state, route, since, baseUrl } = webhook;
  const { facts, params, context, forwardedTo } = rendered;
  if (facts.isEmpty)
    report(
      request,
      state.counts,
      'render',
      'empty',
      `${route} has an empty document, so Plivo ends the call.`,
      {
        route,
      },
    );
  // Nothing can interrupt a component that computes, and all other callers waited as long.
  if (performance.now() - since > state.deadline) reportDeadline(webhook, 'loop_delay', 'component');
  state.counts.addAnswer(route);
  for (let silences = silencesBefore(webhook, context); silences > 0; silences--)
    state.counts.add('input', 'none');
  const anomaly = inputAnomalyOf(webhook, context.isNoMatch);
  if (anomaly !== undefined) state.counts.add(anomaly.event, anomaly.reason as never);
  if (!isLogged(webhook)) return;
  const steps = nextSteps(facts, baseUrl, state.levels);
  // The retry after a forward is requested where it led to.
  const isOther = forwardedTo !== undefined && forwardedTo !== webhook.served;
  const to = isOther ? `${forwardedTo.level.path}: ${steps}` : steps;
  writeWebhookLine(webhook, params, to, anomaly);
}

/**
 * How often a dialog asked before this answer and the caller was silent, which needs no request. Only the first answer tells: the
 * address of each later one has the same number again.
 */
function silencesBefore({ dialog, isRetry }: Webhook, { isDialogFound }: RenderedContext): number {
  if (dialog === undefined || !isDialogFound || isRetry) return 0;
  const { phase, noInput, noMatch, repeats } = dialog;
  return phase === 'answer' && noMatch === 0 && repeats === 0 ? noInput : 0;
}

const isLogged = ({ request: { log } }: Webhook) => hasLogger(log) && log.level !== 'silent';

/** A schema may make anything of a parameter, also an object that cannot become text; the author enumerates none of them. */
const textOf = (value: unknown): string => (Object(value) === value ? '' : String(value));

/**
 * Writes the line of a webhook.
 *
 * @param params the parameters of the level, as its schema read them
 * @param to where the answer leads
 */
export function writeWebhookLine(webhook: Webhook, params: object, to: string, anomaly?: InputAnomaly): void {
  const { request, call, served, route, since, dialog } = webhook;
  if (!isLogged(webhook)) return;
  const milliseconds = Math.round((performance.now() - since) * 10) / 10;
  // An id from outside must not write lines or colours of its own.
  const id = call.callUuid?.slice(0, 8).replace(/[^\w-]/g, '?') ?? 'unknown';
  const shown = Object.fromEntries(
    Object.entries(params).map(([name, value]) => shownParam(served, name, textOf(value))),
  );
  const pairs = Object.entries(shown).map(([name, value]) => ` ${name}=${value}`);
  const { kind, input } = call;
  const keys = input !== 'given' && input !== 'none' ? ` (keys: ${input})` : '';
  const severity = anomaly === undefined ? 'info' : severityOf(anomaly.event, anomaly.reason as never);
  // An anomaly that is only worth a debug line still belongs to the one line of this webhook.
  request.log[severity === 'warn' ? 'warn' : 'info'](
    {
      call: call.callUuid,
      kind,
      input,
      route,
      params: shown,
      ...(dialog && { dialog }),
      to,
      milliseconds,
      ...anomaly,
    },
    `call ${id}  ${kind}${keys}  ${request.method} ${route}${pairs.join('')}${dialog === undefined ? '' : dialogText(dialog)}  →  ${to}  (${milliseconds} ms)`,
  );
}
