/**
 * Renders the document of a level: reads its parameters, runs its component, prints what that returns.
 * @module
 */
import { JsxElement } from '../../jsx-runtime/element.ts';
import { soundOf } from '../flow/level.ts';
import type { PlivoJsxError } from '../errors.ts';
import { readParams, type ReadParams } from '../flow/params.ts';
import { refusedParameters } from '../flow/refused-parameters.ts';
import { hasUnknownParameters, isBeginning, withoutAdded } from '../flow/unknown-parameters.ts';
import { problemText, type Problem } from '../render/explain/problem.ts';
import type { DocumentFacts } from '../render/facts.ts';
import { renderDocument } from '../render/render.ts';
import { ignoreRejections } from '../render/ignore-rejections.ts';
import type { Attempt } from './cache/attempt.ts';
import { LevelContext } from './level-context.ts';
import { report } from './report/report.ts';
import type { Webhook } from './webhook.ts';

/** A rendered level, or why it does not accept the parameters of the URL. */
export type RenderedLevel =
  | {
      readonly xml: string;
      readonly facts: DocumentFacts;
      readonly params: object;
      readonly context: LevelContext;
    }
  | Refused;

/** The parameters of a URL were refused. Development mode knows why. */
export interface Refused {
  readonly refused: PlivoJsxError | undefined;
}

/** Renders the level of a webhook; a promise when its schema or a component is async. */
export function renderLevel(webhook: Webhook, attempt: Attempt): RenderedLevel | Promise<RenderedLevel> {
  const read = readParams(webhook.served.level.schema, webhook.query);
  return read instanceof Promise
    ? read.then((params) => run(webhook, attempt, params))
    : run(webhook, attempt, read);
}

function run(
  webhook: Webhook,
  attempt: Attempt,
  read: ReadParams<object>,
): RenderedLevel | Promise<RenderedLevel> {
  const { served, call, baseUrl, isRetry, state } = webhook;
  if (!read.ok || hasUnknown(webhook, read.value)) {
    ignoreRejections(read);
    return { refused: reasonInDevelopment(webhook, read) };
  }
  const { path, component, source } = served.level;
  const params = read.value;
  webhook.given.push(params);
  const context = new LevelContext(baseUrl, call, path, isRetry);
  const document = renderDocument(new JsxElement(component, { params, call }, source), {
    context,
    development: state.development,
    sound: soundOf(served.level),
    onWarning: (problem) => reportWarning(webhook, problem),
  });
  if (!(document instanceof Promise)) return { ...document, params, context };
  attempt.clients.whenAllGone(() => abort(webhook, context));
  return document.then((rendered) => ({ ...rendered, params, context }));
}

/** Why a level refuses the parameters. In production the log has nothing that anybody may have sent. */
export const reasonInDevelopment = (
  { state, served: { level, flow }, query }: Webhook,
  read: ReadParams<object>,
): PlivoJsxError | undefined =>
  state.development ? refusedParameters(level, query, read, flow.languages.length > 0) : undefined;

function hasUnknown({ query, served, call }: Webhook, params: object): boolean {
  const checked = isBeginning(served.isFirst, call.kind) ? withoutAdded(query, params) : query;
  return hasUnknownParameters(checked, params, served.flow.languages.length > 0);
}

function abort({ request, state, route }: Webhook, context: LevelContext): void {
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
