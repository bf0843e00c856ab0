/**
 * What a caller gets when a level cannot answer: a fallback document, each time with a line in the log and a count.
 * @module
 */
import type { PlivoJsxError } from '../../errors.ts';
import { deadlineText, reportDeadline } from '../report/deadline.ts';
import { isRejectedDocument } from '../report/failure.ts';
import { withDialogState } from '../../flow/dialog-state.ts';
import { knownLanguage } from '../../flow/languages.ts';
import { reportFailure } from '../report/report-failure.ts';
import { report, type Details } from '../report/report.ts';
import { markedHref, withMarker } from '../retry-marker.ts';
import { answeringLevel, ownHref, type Webhook } from '../webhook.ts';

/** Ends a call that Plivo has already reported as ended: it may still request what an element leads to. */
export function recoverFromEndedCall({ request, state, served, route, call }: Webhook): string | undefined {
  const { endedCalls, counts } = state;
  const { callUuid, kind } = call;
  if (callUuid === undefined || !endedCalls.has(callUuid)) return undefined;
  if (kind === 'answer') {
    endedCalls.delete(callUuid);
    return undefined;
  }
  const sentence = `${route} was requested for a call that has ended.`;
  report(request, counts, 'stale', 'hung_up', sentence, { route, call: callUuid });
  return served.fallback.hangupDocument;
}

/** Lets the caller wait and request the same again, while this process is overloaded. */
export function recoverFromOverload({
  request,
  state,
  served,
  route,
  lang,
  baseUrl,
}: Webhook): string | undefined {
  if (!state.isOverloaded()) return undefined;
  const sentence = `${route} asks the caller to hold: this process is overloaded.`;
  report(request, state.counts, 'shed', 'loop_delay', sentence, { route });
  return served.fallback.holdDocument(lang, ownHref(request), baseUrl, served.redirectMethod);
}

/** Starts the flow over: the URL is of an older version, or was made by somebody else. */
export function recoverFromParameters(webhook: Webhook, why: PlivoJsxError | undefined): string {
  const { route } = webhook;
  const sentence = `${answeringLevel(webhook)} was requested with parameters that it does not accept`;
  return recoverByStartingOver(webhook, 'params', sentence, { route }, why);
}

/** Starts the flow over; apologises when the step before failed too, so that no caller goes round for ever. */
export function recoverByStartingOver(
  webhook: Webhook,
  reason: 'params' | 'unknown_level',
  problem: string,
  details: Details,
  why: PlivoJsxError | undefined,
): string {
  const { isRetry, baseUrl, reached } = webhook;
  const { lang } = reached;
  const { fallback, flow } = reached.served;
  const sentence = `${problem}; ${isRetry ? 'the caller hears an apology' : 'the flow starts over'}.`;
  const answer = isRetry ? 'apology' : 'start-over';
  const thrown = why && { error: why };
  reportFailure(webhook, { event: 'state', reason, answer, sentence, details, thrown });
  if (isRetry) return fallback.apologyDocument(lang, baseUrl);
  // The links of a flow with a catalogue carry the language, so the first level has it too.
  const language = flow.catalogue && knownLanguage(lang, flow.languages);
  return fallback.startOverDocument(lang, markedHref(flow.firstLevel.path, { lang: language }), baseUrl);
}

/** Apologises: something threw, or the document is not valid. */
export function recoverFromFailure(webhook: Webhook, error: unknown): string {
  const { reached, route, baseUrl } = webhook;
  reportFailure(webhook, {
    event: 'render',
    reason: isRejectedDocument(error) ? 'invalid' : 'error',
    answer: 'apology',
    sentence: `${answeringLevel(webhook)} failed; the caller hears an apology.`,
    details: { route },
    thrown: { error },
  });
  return reached.served.fallback.apologyDocument(reached.lang, baseUrl);
}

/** Asks the caller to wait and tries the level once more; apologises when this was the retry. */
export function recoverFromDeadline(webhook: Webhook): string {
  const { reached, isRetry, baseUrl, route, state } = webhook;
  if (!isRetry) {
    reportDeadline(webhook, 'deadline', 'deadline');
    return retryOnce(webhook);
  }
  reportFailure(webhook, {
    event: 'deadline',
    reason: 'deadline',
    answer: 'apology',
    sentence: deadlineText(answeringLevel(webhook), state),
    details: { route },
  });
  return reached.served.fallback.apologyDocument(reached.lang, baseUrl);
}

/** Asks the caller to wait, and requests the same level again with the retry marker. */
export function retryOnce(webhook: Webhook): string {
  const { reached, baseUrl } = webhook;
  const { fallback, redirectMethod } = reached.served;
  return fallback.retryDocument(reached.lang, retryHref(webhook), baseUrl, redirectMethod);
}

/**
 * The URL of the retry: that of the level that a `<Forward>` has led to, since only the request to the level before it had the
 * caller's keys, or what became of a `<Dial>`. A level without parameters knows nothing but the language of its flow.
 */
export function retryHref({ reached: { served, query, lang, dialog } }: Pick<Webhook, 'reached'>): string {
  const { level, flow } = served;
  const known = flow.languages.length > 0 ? { lang } : {};
  const href = markedHref(level.path, level.schema === undefined ? known : query);
  return dialog === undefined ? href : withMarker(withDialogState(href, dialog));
}
