/**
 * What a caller hears when the store of the sessions is down: "One moment", until it is back.
 * @module
 */
import { setTimeout as wait } from 'node:timers/promises';
import { PlivoJsxError } from '../../errors.ts';
import { RenderError } from '../../render/explain/problem.ts';
import { ignoreRejection } from '../../render/promise.ts';
import { restFor } from '../../store/guarded-store.ts';
import { isErrorObject } from '../../thrown.ts';
import type { RenderedLevel } from '../render-level.ts';
import { report } from '../report/report.ts';
import type { Webhook } from '../webhook.ts';
import { retryHref, retryOnce } from './recover.ts';

/** The deepest cause that is looked at. */
const mostCauses = 5;

/** Whether a level failed because its session could not be used, also when the author wrapped the error. */
export function isSessionFailure(error: unknown, depth = 0): boolean {
  if (depth > mostCauses || !isErrorObject(error)) return false;
  if (error instanceof PlivoJsxError && error.code === 'E_SESSION') return true;
  const causes = error instanceof RenderError ? error.problems.map(({ cause }) => cause) : [error.cause];
  return causes.some((cause) => isSessionFailure(cause, depth + 1));
}

/**
 * Asks the caller to wait, and requests the same level again. The level then runs with the event of this webhook, since Plivo does
 * not send the caller's keys again.
 *
 * @param again runs the level once more
 * @returns undefined for another failure, or when the caller has waited long enough
 */
export function recoverFromSession(
  webhook: Webhook,
  error: unknown,
  again: () => RenderedLevel | Promise<RenderedLevel>,
): string | undefined {
  const { request, state, reached, route, baseUrl, call } = webhook;
  const { fallback, redirectMethod } = reached.served;
  const { callUuid } = call;
  if (callUuid === undefined || !isSessionFailure(error)) return undefined;
  const turn = state.sessionWaits.next(callUuid);
  if (turn === undefined) return undefined;
  const sentence = `${route} could not use its session; the caller is asked to wait.`;
  report(request, state.counts, 'session', 'store', sentence, { route, code: 'E_SESSION' });
  const href = retryHref(webhook);
  state.deduplicator.pending.keep(href, callUuid, { result: whenBack(webhook, again), of: webhook });
  // The first time most stores are back at once. Later the caller waits for some seconds.
  return turn === 1 ? retryOnce(webhook) : fallback.holdDocument(reached.lang, href, baseUrl, redirectMethod);
}

/** Runs a level once the store is used again. */
function whenBack(
  { state, call }: Webhook,
  again: () => RenderedLevel | Promise<RenderedLevel>,
): Promise<RenderedLevel> {
  // The retry may come at once, and waits for this no longer than the deadline.
  const pause = Math.min(restFor, state.deadline / 2);
  const rendering = wait(pause, undefined, { ref: false }).then(() => {
    if (state.endedCalls.has(call.callUuid!)) throw new Error('The call has ended.');
    return again();
  });
  // The retry may come to another process, or never.
  ignoreRejection(rendering);
  return rendering;
}
