/**
 * One log line for each webhook: enough to follow a caller, and nothing that they sent.
 * @module
 */
import { decodeText } from '../../flow/param-text.ts';
import type { DocumentFacts, Step } from '../../render/facts.ts';
import { isDialogKey } from '../../flow/dialog-state.ts';
import type { RenderedLevel } from '../render-level.ts';
import type { Refused } from '../render-step.ts';
import { isMarker } from '../retry-marker.ts';
import type { LevelTable, ServedLevel } from '../level-table.ts';
import type { Webhook } from '../webhook.ts';
import { reportDeadline } from './deadline.ts';
import { inputAnomalyOf, type InputAnomaly } from './input-anomaly.ts';
import { redacted } from './redact.ts';
import { hasLogger, report, severityOf } from './report.ts';

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
  const anomaly = inputAnomalyOf(webhook, context.isNoMatch);
  if (anomaly !== undefined) state.counts.add(anomaly.event, anomaly.reason as never);
  if (!isLogged(webhook)) return;
  const steps = nextSteps(facts, baseUrl, state.levels);
  const to = forwardedTo === undefined ? steps : `${forwardedTo.level.path}: ${steps}`;
  writeWebhookLine(webhook, params, to, anomaly);
}

const isLogged = ({ request: { log } }: Webhook) => hasLogger(log) && log.level !== 'silent';

/**
 * Where a document leads, in document order: `GetDigits /ivr/level2, Hangup`. Of a URL only what the author wrote appears:
 * the path of a level, the names of its parameters and enumerated values.
 */
export function nextSteps(
  { steps }: DocumentFacts,
  baseUrl: string,
  levels: Pick<LevelTable, 'get'>,
): string {
  const leading = steps.filter(({ role }) => role === 'asks' || role === 'leads');
  if (leading.length === 0) return 'end of document';
  return leading
    .map((step) => {
      const url = nextUrl(step);
      const href = url?.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : undefined;
      const shown = href && shownHref(href, levels);
      return shown === undefined ? step.element : `${step.element} ${shown}`;
    })
    .join(', ');
}

/** The URL of the next document: the text of a Redirect, otherwise the action. */
const nextUrl = ({ links }: Step): string | undefined =>
  links.find(({ attribute }) => [undefined, 'action', 'onExitActionUrl'].includes(attribute))?.url;

/** A URL of the app itself; undefined when no level has its path. */
function shownHref(href: string, levels: Pick<LevelTable, 'get'>): string | undefined {
  const [path = '', query = ''] = href.split('#', 1)[0]!.split('?', 2);
  const level = levels.get(path);
  if (level === undefined || query === '') return level && path;
  const items = query.split('&').map((item) => {
    const at = item.indexOf('=');
    const text = decodeText(item.slice(at + 1));
    const name = item.slice(0, at);
    return isMarker(item) || isDialogKey(name) ? item : shownParam(level, name, text).join('=');
  });
  return `${path}?${items.join('&')}`;
}

/** A parameter as the log shows it: any value that the author did not write may be a caller's words. */
const shownParam = ({ authored }: ServedLevel, name: string, value: string): [string, string] =>
  authored.declares(name) ? [name, authored.has(name, value) ? value : redacted] : [redacted, redacted];

/** A schema may make anything of a parameter, also an object that cannot become text; the author enumerates none of them. */
const textOf = (value: unknown): string => (Object(value) === value ? '' : String(value));

/** The dialog that a webhook belongs to, such as ` (menu answer, noMatch 1)`. */
function dialogText(state: Webhook['dialog']): string {
  if (state === undefined) return '';
  const { dialog, phase, noInput, noMatch } = state;
  const counts = [noInput > 0 && `, noInput ${noInput}`, noMatch > 0 && `, noMatch ${noMatch}`].filter(
    Boolean,
  );
  return ` (${dialog} ${phase}${counts.join('')})`;
}

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
    `call ${id}  ${kind}${keys}  ${request.method} ${route}${pairs.join('')}${dialogText(dialog)}  →  ${to}  (${milliseconds} ms)`,
  );
}
