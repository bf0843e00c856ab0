/**
 * Renders the answer to a webhook: the document of its level, or of the level that a `<Forward>` in it leads to.
 * @module
 */
import type { Link } from '../elements/url.ts';
import { PlivoJsxError } from '../errors.ts';
import { mostForwards } from '../flow/most-forwards.ts';
import { decodeTexts } from '../flow/param-text.ts';
import { onValue } from '../render/promise.ts';
import { redirectedCall } from '../webhook/redirected-call.ts';
import type { Attempt } from './cache/attempt.ts';
import type { ServedLevel } from './level-table.ts';
import { readQuery } from './query.ts';
import { renderStep, type Refused, type RenderedStep, type Step } from './render-step.ts';
import { withoutMarker } from './retry-marker.ts';
import { ownHref, type Webhook } from './webhook.ts';

/** A rendered level; or why it, or the level that it forwards to, does not accept the parameters. */
export type RenderedLevel =
  | (Exclude<RenderedStep, Refused> & {
      /** The level whose document it is; undefined when it is the one that was requested. */
      readonly forwardedTo: ServedLevel | undefined;
    })
  | Refused;

/** Renders the level of a webhook; a promise when something in it is async. */
export function renderLevel(webhook: Webhook, attempt: Attempt): RenderedLevel | Promise<RenderedLevel> {
  const { request, route, served, call, query, lang, dialog } = webhook;
  webhook.reached = { served, query, lang, dialog };
  const target = ownHref(request);
  const mark = target.indexOf('?');
  const href = mark === -1 ? route : route + target.slice(mark);
  const rendered = renderStep(webhook, attempt, { served, call, query, lang, dialog, href });
  return onValue(rendered, (first) =>
    'refused' in first ? first : follow(webhook, attempt, levelOf(first, first, undefined), 0),
  );
}

/** Renders the level that a `<Forward>` leads to, until one has a document of its own. */
function follow(
  webhook: Webhook,
  attempt: Attempt,
  from: Exclude<RenderedLevel, Refused>,
  passed: number,
): RenderedLevel | Promise<RenderedLevel> {
  const { forward } = from.facts;
  if (forward === undefined) return from;
  const path = forward.level;
  if (passed === mostForwards)
    throw new PlivoJsxError('E_FORWARD', { path, problem: `is one of more than ${mostForwards} in a row` });
  const step = stepTo(webhook, forward);
  webhook.reached = step;
  return onValue(renderStep(webhook, attempt, step), (at) => {
    // As after a <Redirect>: the flow of that level starts over.
    if ('refused' in at) return at;
    // The log tells of the level that was requested: its parameters, and what its dialog made of the input.
    return follow(webhook, attempt, levelOf(from, at, step.served), passed + 1);
  });
}

type Rendered = Exclude<RenderedStep, Refused>;

/** The document of one level, as the answer to a request to another. */
const levelOf = (
  { params, context }: Rendered,
  { xml, facts }: Rendered,
  forwardedTo: ServedLevel | undefined,
) => ({ xml, facts, params, context, forwardedTo });

/** The level that a link leads to, as after a `<Redirect>`. */
function stepTo(webhook: Webhook, { level: path, href }: Link): Step {
  const served = webhook.state.levels.get(path);
  if (served === undefined || served.level.kind === 'callback')
    throw new PlivoJsxError('E_FORWARD', { path, problem: 'leads to no level of this app' });
  const query = decodeTexts(withoutMarker(readQuery(href)));
  webhook.given.push(query);
  return { served, call: redirectedCall(webhook.call), query, lang: query['lang'], dialog: undefined, href };
}
