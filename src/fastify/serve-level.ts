/**
 * One webhook for one level: read, run, print, and speak whatever goes wrong.
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { JsxElement } from '../../jsx-runtime/element.ts';
import { Response } from '../elements/response.ts';
import { PlivoJsxError } from '../errors.ts';
import type { Flow } from '../flow/flow.ts';
import type { AnyLevel } from '../flow/level.ts';
import { readParams, type ReadParams } from '../flow/params.ts';
import { problemText } from '../render/problem.ts';
import { render } from '../render/render.ts';
import { withDeadline } from './deadline.ts';
import { failureOf } from './failure.ts';
import { isForged } from './forged.ts';
import { leadsTo, logWebhook } from './log.ts';
import { isNotice, takeNotice } from './notice.ts';
import type { Settings } from './options.ts';
import { secondTry, withMark } from './second-try.ts';
import { xmlType, type Sorry } from './sorry.ts';
import { Unfinished } from './unfinished.ts';
import { webhookOf, type Webhook } from './webhook.ts';

/** A document and what it was made from; undefined when the level did not accept its parameters. */
type Printed = { readonly xml: string; readonly params: object } | undefined;

// Compared as a whole: to look for its end would make one flat text of each document, which costs as much as printing it.
const emptyDocument = render(new JsxElement(Response, {}, undefined));

/** Answers the webhooks of one level. */
export class LevelServer {
  readonly #level: AnyLevel;
  readonly #flow: Flow;
  readonly #sorry: Sorry;
  readonly #settings: Settings;
  readonly #unfinished = new Unfinished<Printed>();

  constructor(level: AnyLevel, flow: Flow, sorry: Sorry, settings: Settings) {
    this.#level = level;
    this.#flow = flow;
    this.#sorry = sorry;
    this.#settings = settings;
  }

  /** Fastify's handler. */
  readonly handle = (request: FastifyRequest, reply: FastifyReply): unknown => {
    if (isForged(request, this.#settings)) return reply.code(403).send();
    const webhook = webhookOf(request, this.#settings);
    if (isNotice(this.#level, webhook))
      return takeNotice(this.#level, webhook, this.#settings.deadline).then(() => reply.code(200).send());
    reply.type(xmlType);
    return this.#answer(webhook);
  };

  /** The document; everything that fails on the way becomes one, too. */
  #answer(webhook: Webhook): string | Promise<string> {
    try {
      const printed = this.#begun(webhook) ?? this.#begin(webhook);
      return printed instanceof Promise ? this.#inTime(webhook, printed) : this.#answered(webhook, printed);
    } catch (error) {
      return this.#failed(webhook, error);
    }
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

  #print({ request, call, baseUrl, hide }: Webhook, read: ReadParams<object>): Printed | Promise<Printed> {
    if (!read.ok) return undefined;
    const { path, component, source } = this.#level;
    const params = read.value;
    const xml = render(new JsxElement(component, { params, call }, source), {
      baseUrl,
      context: { call, level: path },
      development: this.#settings.development,
      onWarning: (problem) =>
        request.log.warn({ route: path, code: problem.code }, hide(problemText(problem))),
    });
    return typeof xml === 'string' ? { xml, params } : xml.then((late) => ({ xml: late, params }));
  }

  #answered(webhook: Webhook, printed: Printed): string {
    if (printed === undefined) return this.#misread(webhook);
    const { request, baseUrl, since, isSecondTry } = webhook;
    const { path } = this.#level;
    const { params } = printed;
    const xml = isSecondTry ? withMark(printed.xml, baseUrl) : printed.xml;
    if (xml === emptyDocument)
      request.log.warn({ route: path, reason: 'empty' }, `${path} says nothing, so Plivo ends the call.`);
    // Nothing can stop a component that computes; all other callers waited as long.
    if (performance.now() - since > this.#settings.deadline) this.#tellLate(webhook, 'loop_delay');
    logWebhook(webhook, { route: path, params, to: () => leadsTo(xml, baseUrl) });
    return xml;
  }

  async #inTime(webhook: Webhook, printed: Promise<Printed>): Promise<string> {
    let isKept = false;
    try {
      const result = await withDeadline(printed, this.#settings.deadline, (ended) => {
        const { path } = this.#level;
        const { err, text } = ended.ok ? { text: '' } : failureOf(ended.error, webhook.hide);
        const fate = isKept ? 'its second try gets what it gave' : 'what it gave was dropped';
        const sentence = `${path} came back after the deadline; ${fate}.\n${text}`;
        webhook.request.log.warn({ route: path, reason: 'late', err }, sentence.trim());
      });
      if (!result.late) return this.#answered(webhook, result.value);
    } catch (error) {
      return this.#failed(webhook, error);
    }
    this.#tellLate(webhook, 'deadline');
    const { lang, query, baseUrl, call } = webhook;
    if (webhook.isSecondTry) return this.#sorry.apology(lang, baseUrl);
    isKept = this.#unfinished.keep(call.callUuid, printed);
    const { path, schema } = this.#level;
    return this.#sorry.oneMoment(lang, secondTry(path, schema === undefined ? {} : query), baseUrl);
  }

  #tellLate({ request }: Webhook, reason: 'deadline' | 'loop_delay'): void {
    const { path } = this.#level;
    const { message } = new PlivoJsxError('E_DEADLINE', { path, milliseconds: this.#settings.deadline });
    request.log.error({ route: path, reason }, message);
  }

  /** An address of an older version, or one that nobody of ours made. */
  #misread({ request, lang, isSecondTry, baseUrl }: Webhook): string {
    const { path } = this.#level;
    request.log.warn(
      { route: path, reason: 'params' },
      `${path} was asked with parameters that it does not accept; the flow starts over.`,
    );
    if (isSecondTry) return this.#sorry.apology(lang, baseUrl);
    return this.#sorry.startOver(lang, secondTry(this.#flow.answer.path, {}), baseUrl);
  }

  #failed({ request, lang, hide, baseUrl }: Webhook, error: unknown): string {
    const { path } = this.#level;
    const { err, text } = failureOf(error, hide);
    const sentence = `${path} failed; the caller hears an apology.`;
    request.log.error({ route: path, reason: 'render', err }, `${sentence}\n${text}`);
    return this.#sorry.apology(lang, baseUrl);
  }
}
