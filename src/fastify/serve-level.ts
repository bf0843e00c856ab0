/**
 * One webhook for one level: read, run, print, and speak whatever goes wrong.
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { JsxElement } from '../../jsx-runtime/element.ts';
import type { Call } from '../call/call.ts';
import { readCall } from '../call/read-call.ts';
import { PlivoJsxError } from '../errors.ts';
import type { Flow } from '../flow/flow.ts';
import type { AnyLevel } from '../flow/level.ts';
import { queryOf, readParams, type ReadParams } from '../flow/params.ts';
import { problemText } from '../render/problem.ts';
import { render } from '../render/render.ts';
import { withDeadline } from './deadline.ts';
import { leadsTo, logWebhook } from './log.ts';
import type { Settings } from './options.ts';
import { baseUrlOf, fieldsOf, forgery } from './request.ts';
import type { Sorry } from './sorry.ts';

/** The type that Plivo wants a document to have. */
export const xmlType = 'application/xml; charset=utf-8';

/** Marks a second try in a URL. Two underscores keep it apart from a level's own parameters. */
const again = '__again';

// Notices that Plivo also sends to an answer URL when nothing else is set; it wants no document back.
const notices: ReadonlySet<string> = new Set(['hangup', 'ring', 'machine-detection']);

interface Webhook {
  readonly request: FastifyRequest;
  readonly call: Call;
  readonly baseUrl: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly since: number;
}

/** Answers the webhooks of one level. */
export class LevelServer {
  readonly #level: AnyLevel;
  readonly #flow: Flow;
  readonly #sorry: Sorry;
  readonly #settings: Settings;

  constructor(level: AnyLevel, flow: Flow, sorry: Sorry, settings: Settings) {
    this.#level = level;
    this.#flow = flow;
    this.#sorry = sorry;
    this.#settings = settings;
  }

  /** Fastify's handler. */
  readonly handle = (request: FastifyRequest, reply: FastifyReply): unknown => {
    const since = performance.now();
    const reason = forgery(request, this.#settings);
    if (reason !== undefined) {
      request.log.warn(
        { reason, level: this.#level.path },
        `Refused a request to ${this.#level.path}: ${reason}`,
      );
      return reply.code(403).send();
    }
    const call = readCall(fieldsOf(request));
    const query = request.query as Record<string, unknown>;
    const webhook: Webhook = { request, call, query, baseUrl: baseUrlOf(request, this.#settings), since };
    if (this.#level.kind === 'callback' || notices.has(call.kind)) return this.#notice(webhook, reply);
    reply.type(xmlType);
    const xml = this.#answer(webhook);
    if (typeof xml === 'string') return reply.send(xml);
    return xml;
  };

  /** The document; everything that fails on the way becomes one, too. */
  #answer(webhook: Webhook): string | Promise<string> {
    try {
      const params = readParams(this.#level.schema, webhook.query);
      const xml =
        params instanceof Promise
          ? params.then((read) => this.#print(webhook, read))
          : this.#print(webhook, params);
      return typeof xml === 'string' ? xml : this.#inTime(webhook, xml);
    } catch (error) {
      return this.#failed(webhook, error);
    }
  }

  #print(webhook: Webhook, params: ReadParams<object>): string | Promise<string> {
    if (!params.ok) return this.#misread(webhook);
    const { request, call, baseUrl } = webhook;
    const { path, component, source } = this.#level;
    const props = { params: params.value, call };
    const xml = render(new JsxElement(component, props, source), {
      baseUrl,
      context: { call, level: path },
      development: this.#settings.development,
      onWarning: (problem) => request.log.warn({ level: path, code: problem.code }, problemText(problem)),
    });
    if (typeof xml === 'string') return this.#told(webhook, params.value, xml);
    return xml.then((late) => this.#told(webhook, params.value, late));
  }

  #told(webhook: Webhook, params: object, xml: string): string {
    const { request, call, baseUrl, since } = webhook;
    const to = leadsTo(xml, baseUrl);
    if (to === '')
      request.log.debug(
        { level: this.#level.path },
        `${this.#level.path} ends the call after its last element.`,
      );
    logWebhook(request, {
      call,
      level: this.#level.path,
      params,
      to: to === '' ? 'end of document' : to,
      since,
    });
    return xml;
  }

  async #inTime(webhook: Webhook, xml: Promise<string>): Promise<string> {
    const { request } = webhook;
    const { path } = this.#level;
    try {
      const result = await withDeadline(xml, this.#settings.deadline, (error) =>
        request.log.warn(
          { level: path, err: error },
          `${path} came back after the deadline; what it gave was dropped.`,
        ),
      );
      if (!result.late) return result.value;
    } catch (error) {
      return this.#failed(webhook, error);
    }
    request.log.error(
      { level: path, reason: 'deadline' },
      new PlivoJsxError('E_DEADLINE', { path, milliseconds: this.#settings.deadline }).message,
    );
    return this.#onceMore(webhook, (lang, href, baseUrl) => this.#sorry.oneMoment(lang, href, baseUrl), path);
  }

  /** An address of an older version, or one that nobody of ours made. */
  #misread(webhook: Webhook): string {
    const { path } = this.#level;
    webhook.request.log.warn(
      { level: path, reason: 'params' },
      `${path} was asked with parameters that it does not accept; the flow starts over.`,
    );
    const begin = this.#flow.answer.path;
    return this.#onceMore(
      webhook,
      (lang, href, baseUrl) => this.#sorry.startOver(lang, href, baseUrl),
      begin,
    );
  }

  /** Keeps the caller in the flow once; the second time in a row the flow says sorry. */
  #onceMore(
    webhook: Webhook,
    say: (lang: unknown, href: string, baseUrl: string) => string,
    path: string,
  ): string {
    const { query, baseUrl } = webhook;
    if (again in query) return this.#sorry.apology(query['lang']);
    const same = path === this.#level.path && this.#level.schema !== undefined;
    const kept = same
      ? Object.fromEntries(Object.entries(query).filter(([name]) => /^[a-z]/.test(name)))
      : {};
    try {
      return say(query['lang'], path + queryOf(path, { ...kept, [again]: 1 }), baseUrl);
    } catch {
      return say(query['lang'], path + queryOf(path, { [again]: 1 }), baseUrl);
    }
  }

  #failed({ request, query }: Webhook, error: unknown): string {
    const { path } = this.#level;
    const message = error instanceof Error ? error.message : `a component threw ${typeof error}`;
    request.log.error(
      { level: path, reason: 'render', err: error },
      `${path} failed; the caller hears an apology.\n${message}`,
    );
    return this.#sorry.apology(query['lang']);
  }

  /** Takes a notice: Plivo looks at nothing but the status. */
  async #notice({ request, call, query, since }: Webhook, reply: FastifyReply): Promise<unknown> {
    const { kind, path, schema, component } = this.#level;
    let params: object = {};
    if (kind === 'callback') {
      try {
        const read = await readParams(schema, query);
        if (read.ok) params = read.value;
        else
          request.log.warn(
            { level: path, reason: 'params' },
            `${path} was told parameters that it does not accept.`,
          );
        const done = Promise.resolve(
          read.ok ? component({ params, call }, { baseUrl: undefined }) : undefined,
        );
        const { late } = await withDeadline(done, this.#settings.deadline, () => {});
        if (late) request.log.warn({ level: path, reason: 'deadline' }, `${path} goes on in the background.`);
      } catch (error) {
        request.log.error({ level: path, reason: 'callback', err: error }, `${path} failed on a notice.`);
      }
    }
    logWebhook(request, { call, level: path, params, to: 'nothing (a notice)', since });
    return reply.code(200).send();
  }
}
