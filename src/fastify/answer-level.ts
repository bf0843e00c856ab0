/**
 * The document that a level answers: run its component, print it in time, and speak whatever goes wrong.
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { JsxElement } from '../../jsx-runtime/element.ts';
import { Response } from '../elements/response.ts';
import { PlivoJsxError } from '../errors.ts';
import type { Flow } from '../flow/flow.ts';
import { methodOf, type AnyLevel } from '../flow/level.ts';
import { readParams, type ReadParams } from '../flow/params.ts';
import type { Method } from '../flow/phrases.ts';
import { problemText, type Problem } from '../render/problem.ts';
import { render } from '../render/render.ts';
import { withDeadline } from './deadline.ts';
import { failureOf, isOurRefusal } from './failure.ts';
import { LevelContext } from './level-context.ts';
import type { Live } from './live.ts';
import { leadsTo, logWebhook } from './log.ts';
import { oddityOf } from './oddity.ts';
import type { Answer } from './replies.ts';
import { Running } from './running.ts';
import { secondTry, withMark } from './second-try.ts';
import { sentOf } from './sent.ts';
import type { Sorry } from './sorry.ts';
import { takesAll } from './takes-all.ts';
import { Unfinished } from './unfinished.ts';
import type { ReasonOf } from './watch/happenings.ts';
import { tell } from './watch/tell.ts';
import { ownAddress, type Webhook } from './webhook.ts';

/** A document and what it was made from; undefined when the level did not accept its parameters. */
type Printed = { readonly xml: string; readonly params: object; readonly context: LevelContext } | undefined;

// Compared as a whole: to look for its end would make one flat text of each document, which costs as much as printing it.
const emptyDocument = render(new JsxElement(Response, {}, undefined));

/** Answers the webhooks of one level that want a document. */
export class AnswerLevel {
  readonly #level: AnyLevel;
  readonly #flow: Flow;
  readonly #sorry: Sorry;
  readonly #live: Live;
  readonly #method: Method;
  readonly #unfinished = new Unfinished<Printed>();
  readonly #running = new Running();
  /** Requests that failed because their sender was gone. */
  readonly #givenUp = new WeakSet<FastifyRequest>();

  constructor(level: AnyLevel, flow: Flow, sorry: Sorry, live: Live) {
    this.#level = level;
    this.#flow = flow;
    this.#sorry = sorry;
    this.#live = live;
    this.#method = methodOf(level, level === flow.answer);
  }

  /** The document; everything that fails on the way becomes one, too. */
  answer(webhook: Webhook): Answer {
    const instead = this.#hungUp(webhook) ?? this.#overloaded(webhook);
    if (instead !== undefined) return instead;
    try {
      const running = this.#running.find(webhook.call.callUuid, webhook.request);
      if (running !== undefined) return this.#again(webhook, running);
      const printed = this.#begun(webhook) ?? this.#begin(webhook);
      if (!(printed instanceof Promise)) return this.#answered(webhook, printed);
      return this.#running.keep(
        webhook.call.callUuid,
        sentOf(webhook.request),
        this.#inTime(webhook, printed),
      );
    } catch (error) {
      return this.#failed(webhook, error);
    }
  }

  /** Plivo may still ask for what an element of a call that has ended leads to. */
  #hungUp({ request, call }: Webhook): string | undefined {
    const { counts, ended } = this.#live;
    if (call.callUuid === undefined || ended.size === 0 || !ended.has(call.callUuid)) return undefined;
    if (call.kind === 'answer') {
      ended.delete(call.callUuid);
      return undefined;
    }
    const { path } = this.#level;
    const sentence = `${path} was asked about a call that has ended.`;
    tell(request, counts, 'stale', 'hung_up', sentence, { route: path, call: call.callUuid });
    return this.#sorry.hangup;
  }

  /** Whoever calls now waits a little and asks again, which costs next to nothing. */
  #overloaded({ request, lang, baseUrl }: Webhook): string | undefined {
    const { counts, isOverloaded } = this.#live;
    if (!isOverloaded()) return undefined;
    const { path } = this.#level;
    tell(
      request,
      counts,
      'shed',
      'loop_delay',
      `${path} asks a caller to hold: this process is overloaded.`,
      {
        route: path,
      },
    );
    return this.#sorry.hold(lang, ownAddress(request), baseUrl, this.#method);
  }

  #again({ request, call }: Webhook, running: Answer): Answer {
    const { path } = this.#level;
    const sentence = `${path} is still at the same request, and answers both alike.`;
    tell(request, this.#live.counts, 'duplicate', 'running', sentence, { route: path, call: call.callUuid });
    return running;
  }

  /** What the first try left running: its keys do not come again, and what it did should not be done again. */
  #begun({ isSecondTry, call }: Webhook): Promise<Printed> | undefined {
    return isSecondTry ? this.#unfinished.take(call.callUuid) : undefined;
  }

  #begin(webhook: Webhook): Printed | Promise<Printed> {
    const read = readParams(this.#level.schema, webhook.query);
    return read instanceof Promise
      ? read.then((late) => this.#print(webhook, late))
      : this.#print(webhook, read);
  }

  #print(webhook: Webhook, read: ReadParams<object>): Printed | Promise<Printed> {
    if (!read.ok || !this.#takesAll(read.value, webhook.query)) return undefined;
    const { path, component, source } = this.#level;
    const { call, baseUrl } = webhook;
    const params = read.value;
    const context = new LevelContext(baseUrl, call, path);
    const xml = render(new JsxElement(component, { params, call }, source), {
      context,
      development: this.#live.development,
      onWarning: (problem) => this.#warn(webhook, problem),
    });
    if (typeof xml === 'string') return { xml, params, context };
    this.#abortWith(webhook, context);
    return xml.then((late) => ({ xml: late, params, context }));
  }

  #takesAll(read: object, query: object): boolean {
    return takesAll(read, query, this.#flow.languages.length > 0);
  }

  #warn({ request, hide }: Webhook, problem: Problem): void {
    const { counts } = this.#live;
    const { code } = problem;
    const details = { route: this.#level.path, code };
    const sentence = hide(problemText(problem));
    if (code === 'E_CHARACTER') tell(request, counts, 'xml_sanitized', 'character', sentence, details);
    else if (code === 'E_LONG') tell(request, counts, 'xml_truncated', 'speak', sentence, details);
    else request.log.warn(details, sentence);
  }

  #abortWith({ request, reply }: Webhook, context: LevelContext): void {
    reply.raw.once('close', () => {
      if (!isGone(reply)) return;
      context.abort();
      const { path: route } = this.#level;
      tell(request, this.#live.counts, 'aborted', 'caller', `Whoever asked ${route} is gone.`, { route });
    });
  }

  #answered(webhook: Webhook, printed: Printed): string {
    if (printed === undefined) return this.#misread(webhook);
    const { request, baseUrl, since, isSecondTry } = webhook;
    const { path } = this.#level;
    const { params, context } = printed;
    const { counts, deadline } = this.#live;
    const xml = isSecondTry ? withMark(printed.xml, baseUrl) : printed.xml;
    if (xml === emptyDocument)
      tell(request, counts, 'render', 'empty', `${path} says nothing, so Plivo ends the call.`, {
        route: path,
      });
    // Nothing can stop a component that computes; all other callers waited as long.
    if (performance.now() - since > deadline) this.#tellLate(webhook, 'loop_delay', 'component');
    counts.addAnswer(path);
    const odd = oddityOf(webhook, this.#level === this.#flow.answer, this.#flow.languages, context);
    if (odd !== undefined) counts.add(odd.event, odd.reason as never);
    logWebhook(webhook, { route: path, params, odd, to: () => leadsTo(xml, baseUrl) });
    return xml;
  }

  async #inTime(webhook: Webhook, printed: Promise<Printed>): Promise<string> {
    const { counts, deadline } = this.#live;
    let isKept = false;
    try {
      const result = await withDeadline(printed, deadline, (ended) => {
        const { path } = this.#level;
        const { err, text } = ended.ok ? { text: '' } : failureOf(ended.error, webhook.hide);
        const fate = isKept ? 'its second try gets what it gave' : 'what it gave was dropped';
        const sentence = `${path} came back after the deadline; ${fate}.\n${text}`;
        tell(webhook.request, counts, 'deadline', 'late', sentence.trim(), { route: path, err });
      });
      if (!result.late) return this.#answered(webhook, result.value);
    } catch (error) {
      if (isGone(webhook.reply)) this.#givenUp.add(webhook.request);
      return this.#failed(webhook, error);
    }
    this.#tellLate(webhook, 'deadline', 'deadline');
    if (webhook.isSecondTry) return this.#sorry.apology(webhook.lang, webhook.baseUrl);
    isKept = this.#unfinished.keep(webhook.call.callUuid, printed);
    return this.oneMoment(webhook);
  }

  /** True for a request whose answer is nobody's: when it is asked again, it is answered anew. */
  isGivenUp(request: FastifyRequest): boolean {
    return this.#givenUp.has(request);
  }

  /** Asks for a moment, and for the same once more. */
  oneMoment({ lang, query, baseUrl }: Webhook): string {
    const { path, schema } = this.#level;
    const again = secondTry(path, schema === undefined ? {} : query);
    return this.#sorry.oneMoment(lang, again, baseUrl, this.#method);
  }

  #tellLate<E extends 'deadline' | 'loop_delay'>({ request }: Webhook, event: E, reason: ReasonOf<E>): void {
    const { path } = this.#level;
    const { message } = new PlivoJsxError('E_DEADLINE', { path, milliseconds: this.#live.deadline });
    tell(request, this.#live.counts, event, reason, message, { route: path });
  }

  /** An address of an older version, or one that nobody of ours made. */
  #misread({ request, lang, isSecondTry, baseUrl }: Webhook): string {
    const { path } = this.#level;
    const sequel = isSecondTry ? 'the caller hears an apology' : 'the flow starts over';
    const sentence = `${path} was asked with parameters that it does not accept; ${sequel}.`;
    tell(request, this.#live.counts, 'state', 'params', sentence, { route: path });
    if (isSecondTry) return this.#sorry.apology(lang, baseUrl);
    return this.#sorry.startOver(lang, secondTry(this.#flow.answer.path, {}), baseUrl);
  }

  #failed({ request, lang, hide, baseUrl }: Webhook, error: unknown): string {
    const { path } = this.#level;
    const { err, text } = failureOf(error, hide);
    const sentence = `${path} failed; the caller hears an apology.\n${text}`;
    const reason = isOurRefusal(error) ? 'invalid' : 'error';
    tell(request, this.#live.counts, 'render', reason, sentence, { route: path, err });
    return this.#sorry.apology(lang, baseUrl);
  }
}

/** The response tells that its caller is gone; the request only, that its body has ended. */
const isGone = ({ raw }: FastifyReply) => raw.destroyed && !raw.writableFinished;
