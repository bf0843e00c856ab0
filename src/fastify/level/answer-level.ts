/**
 * The answer of a level: its document in time, or what is said instead.
 * @module
 */
import type { FastifyReply } from 'fastify';
import { JsxElement } from '../../../jsx-runtime/element.ts';
import { Response } from '../../elements/response.ts';
import type { Flow } from '../../flow/flow.ts';
import type { AnyLevel } from '../../flow/level.ts';
import { render } from '../../render/render.ts';
import { withDeadline, type Ended } from '../deadline.ts';
import type { ServerState } from '../server-state.ts';
import { failureOf } from '../report/failure.ts';
import { nextSteps, logWebhook } from '../report/webhook-line.ts';
import { requestKeyOf } from '../cache/request-key.ts';
import type { Answer } from '../cache/reply-cache.ts';
import { InFlight } from '../cache/in-flight.ts';
import type { FallbackDocuments } from '../recover/fallback-documents.ts';
import { report } from '../report/report.ts';
import { WaitingClients } from '../cache/waiting-clients.ts';
import { Instead } from '../recover/recover.ts';
import { inputAnomalyOf } from '../report/input-anomaly.ts';
import { PrintLevel, type Printed } from '../render-level.ts';
import { withMark } from '../retry-marker.ts';
import { PendingResults } from '../cache/pending-results.ts';
import type { Webhook } from '../webhook.ts';

// Compared as a whole: to look for its end would make one flat text of each document, which costs as much as printing it.
const emptyDocument = render(new JsxElement(Response, {}, undefined));

/** A caller has waited since the request came; a level that another process left to us has half of its time at least. */
const timeLeft = ({ since }: Webhook, deadline: number) =>
  Math.max(deadline / 2, since + deadline - performance.now());

/** Answers the webhooks of one level that want a document. */
export class AnswerLevel {
  readonly #level: AnyLevel;
  readonly #flow: Flow;
  readonly #live: ServerState;
  readonly #instead: Instead;
  readonly #document: PrintLevel;
  readonly #unfinished = new PendingResults<Printed>();
  readonly #running = new InFlight();
  readonly #audiences = new WeakMap<object, WaitingClients>();
  /** Answers that failed because nobody waited for them any more. */
  readonly #givenUp = new WeakSet<object>();

  constructor(level: AnyLevel, flow: Flow, sorry: FallbackDocuments, live: ServerState) {
    this.#level = level;
    this.#flow = flow;
    this.#live = live;
    this.#instead = new Instead(level, flow, sorry, live);
    this.#document = new PrintLevel(level, flow, live);
  }

  /** The document; everything that fails on the way becomes one, too. */
  answer(webhook: Webhook): Answer {
    const instead = this.#instead.ofHungUp(webhook) ?? this.#instead.ofOverload(webhook);
    if (instead !== undefined) return instead;
    const { request, reply, call } = webhook;
    try {
      const running = this.#running.find(call.callUuid, request);
      if (running !== undefined) return this.#again(webhook, running);
      const audience = new WaitingClients();
      const printed = this.#begun(webhook) ?? this.#document.print(webhook, audience);
      if (!(printed instanceof Promise)) return this.#answered(webhook, printed);
      audience.join(reply);
      const answer = this.#inTime(webhook, printed, () => {
        if (audience.wasGone) this.#givenUp.add(answer);
      });
      this.#audiences.set(answer, audience);
      return this.#running.keep(call.callUuid, requestKeyOf(request), answer);
    } catch (error) {
      return this.#instead.ofFailure(webhook, error);
    }
  }

  /** What is answered while another process is at the same request. */
  oneMoment(webhook: Webhook): string {
    return this.#instead.oneMoment(webhook);
  }

  /** One more waits for an answer: it is not given up when the first who asked for it is gone. */
  join(answer: Promise<string>, reply: FastifyReply): WaitingClients | undefined {
    const audience = this.#audiences.get(answer);
    audience?.join(reply);
    return audience;
  }

  /** True for an answer that is nobody's: when it is asked for again, it is made anew. */
  isGivenUp(answer: Answer): boolean {
    return answer instanceof Promise && this.#givenUp.has(answer);
  }

  #again(webhook: Webhook, running: Promise<string>): Answer {
    const { request, reply, call } = webhook;
    const { path: route } = this.#level;
    const sentence = `${route} is still at the same request, and answers both alike.`;
    report(request, this.#live.counts, 'duplicate', 'running', sentence, { route, call: call.callUuid });
    const audience = this.join(running, reply);
    const answer = running.then((late) => (this.isGivenUp(running) ? this.answer(webhook) : late));
    if (audience !== undefined) this.#audiences.set(answer, audience);
    return answer;
  }

  /** What the first try left running: its keys do not come again, and what it did should not be done again. */
  #begun({ isSecondTry, call }: Webhook): Promise<Printed> | undefined {
    return isSecondTry ? this.#unfinished.take(call.callUuid) : undefined;
  }

  #answered(webhook: Webhook, printed: Printed): string {
    if (printed === undefined) return this.#instead.ofOddParameters(webhook);
    const { request, baseUrl, since, isSecondTry } = webhook;
    const { path: route } = this.#level;
    const { params, context } = printed;
    const { counts, deadline, words } = this.#live;
    const xml = isSecondTry ? withMark(printed.xml, baseUrl) : printed.xml;
    if (xml === emptyDocument)
      report(request, counts, 'render', 'empty', `${route} says nothing, so Plivo ends the call.`, { route });
    // Nothing can stop a component that computes; all other callers waited as long.
    if (performance.now() - since > deadline) this.#instead.tellLate(webhook, 'loop_delay', 'component');
    counts.addAnswer(route);
    const odd = inputAnomalyOf(webhook, this.#level === this.#flow.answer, this.#flow.languages, context);
    if (odd !== undefined) counts.add(odd.event, odd.reason as never);
    logWebhook(webhook, { route, params, odd, to: () => nextSteps(xml, baseUrl, words) });
    return xml;
  }

  async #inTime(webhook: Webhook, printed: Promise<Printed>, onFailure: () => void): Promise<string> {
    let isKept = false;
    try {
      const onLate = (ended: Ended) => this.#tellEnd(webhook, ended, isKept);
      const result = await withDeadline(printed, timeLeft(webhook, this.#live.deadline), onLate);
      if (!result.late) return this.#answered(webhook, result.value);
    } catch (error) {
      onFailure();
      return this.#instead.ofFailure(webhook, error);
    }
    if (!webhook.isSecondTry) isKept = this.#unfinished.keep(webhook.call.callUuid, printed);
    return this.#instead.ofLate(webhook);
  }

  #tellEnd({ request, redact }: Webhook, ended: Ended, isKept: boolean): void {
    const { path: route } = this.#level;
    const { err, text } = ended.ok ? { text: '' } : failureOf(ended.error, redact);
    const fate = isKept ? 'its second try gets what it gave' : 'what it gave was dropped';
    const sentence = `${route} came back after the deadline; ${fate}.\n${text}`;
    report(request, this.#live.counts, 'deadline', 'late', sentence.trim(), { route, err });
  }
}
