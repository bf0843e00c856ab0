/**
 * Sends the requests of an exploration, each as part of a call of its own.
 * @module
 */
import { CallOver } from '../phone/engine/call-over.ts';
import type { NextDocument, Params, Requests } from '../phone/engine/requests.ts';
import { Session } from '../phone/engine/session.ts';
import { pathOf } from '../phone/http/address.ts';
import { createRequests } from '../phone/http/create-requests.ts';
import { howItFailed } from '../phone/http/explain.ts';
import { commonParams } from '../phone/http/parameters.ts';
import { send } from '../phone/http/send.ts';
import { readXml } from '../phone/document/read-xml.ts';
import { isProblem } from '../phone/document/problem.ts';
import { causeName, type EventOf } from '../phone/index.ts';
import type { Carried, End, Notice, Warning } from './graph.ts';
import type { NextRequest } from './next-request.ts';
import { anyUuid, type CallSettings } from './settings.ts';

/** A document and what was said beside it, or how Plivo ends the call without one. */
export type Delivered = {
  readonly warnings: readonly Warning[];
  readonly failures: readonly string[];
} & (
  | {
      readonly document: NextDocument;
      /** The document as it came, with the id of the call. */
      readonly raw: string;
      readonly end?: undefined;
    }
  | { readonly document?: undefined; readonly end: End }
);

/** The requests whose reply is played to one party. */
const isSound = /sound$|^dial-music$/i;

/** The reply to a second delivery, or how it failed. */
export interface Again {
  readonly xml?: string;
  readonly failure?: string;
}

/** The part of ids by which those of one call are known. */
const callPart = (uuid: string) => uuid.slice(0, 24);

/** Sends requests, and counts them. */
export class Deliverer {
  readonly #call: CallSettings;
  /** The requests that were sent. */
  count = 0;

  constructor(call: CallSettings) {
    this.#call = call;
  }

  /** Requests a document. */
  async document(request: NextRequest, carried: Carried, uuid: string): Promise<Delivered> {
    const session = this.#session(carried, uuid);
    const { kind, method } = request;
    const { url, params } = named(request, uuid);
    const told = () => toldIn(session);
    try {
      const { first, next } = session.requests;
      const document = await (kind === 'answer' ? first({}) : next(kind, url, method, params));
      return { document: withoutUuid(document, uuid, this.#call), raw: document.xml, ...told() };
    } catch (error) {
      if (!(error instanceof CallOver)) throw error;
      const { code, explanation } = error;
      const { message = causeName(code), fix = 'look at the request.' } = explanation ?? {};
      const last = session.events.findLast((event) => event.event === 'request');
      const isUnreached = last !== undefined && last.status === undefined;
      const unreached = isUnreached ? { isUnreached } : {};
      const name = causeName(code);
      return { end: { type: 'end', kind: 'error', code, name, message, fix, ...unreached }, ...told() };
    } finally {
      this.#done(session);
    }
  }

  /** Delivers a request once more; returns the reply, or how it failed. */
  async again(request: NextRequest, carried: Carried, uuid: string): Promise<Again> {
    const session = this.#session(carried, uuid);
    const { kind, method } = request;
    const { url, params } = named(request, uuid);
    const all = { ...commonParams(session, kind), ...params };
    const by = method === 'GET' ? 'GET' : 'POST';
    const outcome = await send(session, { kind, url, method: by, params: all, isAwaited: false });
    this.#done(session);
    return outcome.reached
      ? { xml: outcome.text.text }
      : { failure: howItFailed(kind, pathOf(url), outcome) };
  }

  /** Sends a notice, or asks for sounds; returns why it failed, if it did. */
  async notice(request: NextRequest, carried: Carried, uuid: string): Promise<Notice['failure']> {
    const session = this.#session(carried, uuid);
    const { kind, method } = request;
    const { url, params } = named(request, uuid);
    const sounds = isSound.test(kind) ? await session.requests.sounds(kind, url, method, params) : [];
    if (!isSound.test(kind)) await session.requests.notify(kind, url, method, params);
    this.#done(session);
    const warning = toldIn(session).warnings.at(-1);
    const reply = session.events.findLast((event) => event.event === 'request');
    const isGood = reply?.status !== undefined && reply.status >= 200 && reply.status < 300;
    if (warning === undefined || (isGood && sounds !== undefined)) return undefined;
    return { message: warning.message, fix: warning.fix };
  }

  /** Requests a document of sounds. */
  async sounds(request: NextRequest, carried: Carried, uuid: string): ReturnType<Requests['sounds']> {
    const session = this.#session(carried, uuid);
    const { url, params } = named(request, uuid);
    const sounds = await session.requests.sounds(request.kind, url, request.method, params);
    this.#done(session);
    return sounds;
  }

  #session(carried: Carried, uuid: string): Session {
    const { settings, assume } = this.#call;
    const session = new Session({ ...settings, uuid }, assume, createRequests);
    if (carried.isAnswered) session.answer();
    return session;
  }

  #done({ events }: Session): void {
    this.count += events.filter(({ event }) => event === 'request').length;
  }
}

/** The request with the id of the call instead of that of any call. */
function named(
  { url, params }: NextRequest,
  uuid: string,
): { readonly url: string; readonly params: Params } {
  const own = (text: string) =>
    text.includes(callPart(anyUuid)) ? text.replaceAll(callPart(anyUuid), callPart(uuid)) : text;
  const whole = (text: string) => own(text.replaceAll(anyUuid, uuid));
  const fields = Object.entries(params).map(([name, value]) => [name, whole(value)] as const);
  return { url: whole(url), params: Object.fromEntries(fields) };
}

/** The document with the id of any call instead of that of this call, so that two calls have the same one. */
function withoutUuid(document: NextDocument, uuid: string, { assume }: CallSettings): NextDocument {
  if (!document.xml.includes(callPart(uuid))) return document;
  const xml = document.xml.replaceAll(uuid, anyUuid).replaceAll(callPart(uuid), callPart(anyUuid));
  const root = readXml(xml, { comments: assume.comments });
  return isProblem(root) ? document : { ...document, xml, root };
}

function toldIn({ events }: Session): Pick<Delivered, 'warnings' | 'failures'> {
  const warnings = events.filter((event): event is EventOf<'warning'> => event.event === 'warning');
  const failures = events.flatMap((event) => (event.event === 'failure' ? [event.message] : []));
  return {
    failures,
    warnings: warnings.map(({ message, fix, line, column }) => ({
      message,
      fix,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    })),
  };
}
