/**
 * What a level answers instead of its own document, each time told to the log and counted.
 * @module
 */
import type { Method } from '../../elements/url.ts';
import { PlivoJsxError } from '../../errors.ts';
import type { Flow } from '../../flow/flow.ts';
import { methodOf, type AnyLevel } from '../../flow/level.ts';
import type { ServerState } from '../server-state.ts';
import { failureOf, isOurRefusal } from '../report/failure.ts';
import type { FallbackDocuments } from './fallback-documents.ts';
import type { ReasonOf } from '../report/events.ts';
import { report } from '../report/report.ts';
import { markedHref } from '../retry-marker.ts';
import { ownAddress, type Webhook } from '../webhook.ts';

/** The documents of trouble of one level. */
export class Instead {
  readonly #level: AnyLevel;
  readonly #flow: Flow;
  readonly #sorry: FallbackDocuments;
  readonly #live: ServerState;
  readonly #method: Method;

  constructor(level: AnyLevel, flow: Flow, sorry: FallbackDocuments, live: ServerState) {
    this.#level = level;
    this.#flow = flow;
    this.#sorry = sorry;
    this.#live = live;
    this.#method = methodOf(level, level === flow.answer);
  }

  /** Plivo may still ask for what an element of a call that has ended leads to. */
  ofHungUp({ request, call }: Webhook): string | undefined {
    const { counts, ended } = this.#live;
    const { callUuid, kind } = call;
    if (callUuid === undefined || ended.size === 0 || !ended.has(callUuid)) return undefined;
    if (kind === 'answer') {
      ended.delete(callUuid);
      return undefined;
    }
    const { path: route } = this.#level;
    const sentence = `${route} was asked about a call that has ended.`;
    report(request, counts, 'stale', 'hung_up', sentence, { route, call: callUuid });
    return this.#sorry.hangup;
  }

  /** Whoever calls now waits a little and asks again, which costs next to nothing. */
  ofOverload({ request, lang, baseUrl }: Webhook): string | undefined {
    const { counts, isOverloaded } = this.#live;
    if (!isOverloaded()) return undefined;
    const { path: route } = this.#level;
    const sentence = `${route} asks a caller to hold: this process is overloaded.`;
    report(request, counts, 'shed', 'loop_delay', sentence, { route });
    return this.#sorry.hold(lang, ownAddress(request), baseUrl, this.#method);
  }

  /** An address of an older version, or one that nobody of ours made. */
  ofOddParameters({ request, lang, isSecondTry, baseUrl }: Webhook): string {
    const { path: route } = this.#level;
    const sequel = isSecondTry ? 'the caller hears an apology' : 'the flow starts over';
    const sentence = `${route} was asked with parameters that it does not accept; ${sequel}.`;
    report(request, this.#live.counts, 'state', 'params', sentence, { route });
    if (isSecondTry) return this.#sorry.apology(lang, baseUrl);
    return this.#sorry.startOver(lang, markedHref(this.#flow.answer.path, {}), baseUrl);
  }

  /** Something threw, or the document was refused. */
  ofFailure({ request, lang, redact, baseUrl }: Webhook, error: unknown): string {
    const { path: route } = this.#level;
    const { err, text } = failureOf(error, redact);
    const sentence = `${route} failed; the caller hears an apology.\n${text}`;
    const reason = isOurRefusal(error) ? 'invalid' : 'error';
    report(request, this.#live.counts, 'render', reason, sentence, { route, err });
    return this.#sorry.apology(lang, baseUrl);
  }

  /** Asks for a moment, and for the same once more; says sorry when that was the second try. */
  ofLate(webhook: Webhook): string {
    this.tellLate(webhook, 'deadline', 'deadline');
    const { lang, isSecondTry, baseUrl } = webhook;
    return isSecondTry ? this.#sorry.apology(lang, baseUrl) : this.oneMoment(webhook);
  }

  /** Asks for a moment, and for the same once more. */
  oneMoment({ lang, query, baseUrl }: Webhook): string {
    const { path, schema } = this.#level;
    const again = markedHref(path, schema === undefined ? {} : query);
    return this.#sorry.oneMoment(lang, again, baseUrl, this.#method);
  }

  /** Tells that the deadline was missed. */
  tellLate<E extends 'deadline' | 'loop_delay'>({ request }: Webhook, event: E, reason: ReasonOf<E>): void {
    const { path: route } = this.#level;
    const { message } = new PlivoJsxError('E_DEADLINE', { path: route, milliseconds: this.#live.deadline });
    report(request, this.#live.counts, event, reason, message, { route });
  }
}
