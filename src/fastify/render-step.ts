/**
 * Renders the document of one level: reads its parameters, runs its component, prints what that returns.
 * @module
 */
import { JsxElement } from '../../jsx-runtime/element.ts';
import { soundOfDialog } from '../flow/dialog-state.ts';
import { soundOf } from '../flow/level.ts';
import type { PlivoJsxError } from '../errors.ts';
import { readLevelParams } from '../flow/level-params.ts';
import type { ReadParams } from '../flow/params.ts';
import { refusedParameters } from '../flow/refused-parameters.ts';
import {
  hasUnknownParameters,
  hrefWithoutAdded,
  isBeginning,
  withoutAdded,
} from '../flow/unknown-parameters.ts';
import { problemText, type Problem } from '../render/explain/problem.ts';
import type { DocumentFacts } from '../render/facts.ts';
import { renderDocument, type RenderedDocument } from '../render/render.ts';
import { ignoreRejections } from '../render/ignore-rejections.ts';
import type { Attempt } from './cache/attempt.ts';
import { WebhookContext } from './level-context.ts';
import { report } from './report/report.ts';
import { sessionOfCall } from './session/stored-session.ts';
import type { Webhook } from './webhook.ts';

/** One level that has a part in an answer: the one that Plivo requested, or one that a `<Forward>` leads to. */
export type Step = Pick<Webhook, 'served' | 'call' | 'query' | 'lang' | 'dialog'> & {
  /** The path and query of the level. */
  readonly href: string;
};

/** The document of one level, or why it does not accept the parameters. */
export type RenderedStep =
  | {
      readonly xml: string;
      readonly facts: DocumentFacts;
      readonly params: object;
      readonly context: WebhookContext;
    }
  | Refused;

/** The parameters of a URL were refused. Development mode knows why. */
export interface Refused {
  readonly refused: PlivoJsxError | undefined;
}

/** Renders the document of one level; a promise when its schema or a component is async. */
export function renderStep(
  webhook: Webhook,
  attempt: Attempt,
  step: Step,
): RenderedStep | Promise<RenderedStep> {
  const { level, flow } = step.served;
  const read = readLevelParams(level, flow, step.query);
  return read instanceof Promise
    ? read.then((params) => run(webhook, attempt, step, params))
    : run(webhook, attempt, step, read);
}

function run(
  webhook: Webhook,
  attempt: Attempt,
  step: Step,
  read: ReadParams<object>,
): RenderedStep | Promise<RenderedStep> {
  const { baseUrl, isRetry, state, time } = webhook;
  const { served, call, lang, dialog } = step;
  if (!read.ok || hasUnknown(step, read.value)) {
    ignoreRejections(read);
    return { refused: reasonInDevelopment(step, read, state.development) };
  }
  const { level, flow } = served;
  const params = read.value;
  webhook.given.push(params);
  const href = isBeginning(served.isFirst, call.kind)
    ? hrefWithoutAdded(step.href, params, flow.languages.length > 0)
    : step.href;
  const context = new WebhookContext(
    { baseUrl, call, level, flow, href, lang, dialog, time, development: state.development },
    isRetry,
    sessionOfCall(webhook),
  );
  const document = renderDocument(new JsxElement(level.component, { params, call }, level.source), {
    context,
    development: state.development,
    sound: dialog === undefined ? soundOf(level) : soundOfDialog(dialog),
    isForwarded: true,
    onWarning: (problem) => reportWarning(webhook, problem),
  });
  // Written out: spread, it took the engine as long as the whole of a short document.
  const stepOf = ({ xml, facts }: RenderedDocument) => ({ xml, facts, params, context });
  if (!(document instanceof Promise)) return stepOf(document);
  attempt.clients.whenAllGone(() => abort(webhook, context));
  return document.then(stepOf);
}

/** Why a level refuses the parameters. In production the log has nothing that anybody may have sent. */
export const reasonInDevelopment = (
  { served: { level, flow }, query }: Pick<Step, 'served' | 'query'>,
  read: ReadParams<object>,
  development: boolean,
): PlivoJsxError | undefined =>
  development ? refusedParameters(level, query, read, flow.languages.length > 0) : undefined;

function hasUnknown({ query, served, call }: Step, params: object): boolean {
  const checked = isBeginning(served.isFirst, call.kind) ? withoutAdded(query, params) : query;
  return hasUnknownParameters(checked, params, served.flow.languages.length > 0);
}

function abort({ request, state, route }: Webhook, context: WebhookContext): void {
  context.abort();
  report(request, state.counts, 'aborted', 'caller', `The client of ${route} has disconnected.`, { route });
}

function reportWarning({ request, state: { counts }, route, redact }: Webhook, problem: Problem): void {
  const { code } = problem;
  const details = { route, code };
  const sentence = redact(problemText(problem));
  if (code === 'E_CHARACTER') report(request, counts, 'xml_sanitized', 'character', sentence, details);
  else if (code === 'E_LONG') report(request, counts, 'xml_truncated', 'speak', sentence, details);
  else request.log.warn(details, sentence);
}
