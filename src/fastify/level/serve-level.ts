/**
 * The webhooks of one level, as they arrive: whose they are, whether they were answered before, and what kind of answer
 * they want.
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Flow } from '../../flow/flow.ts';
import type { AnyLevel } from '../../flow/level.ts';
import type { ServerState } from '../server-state.ts';
import { reject } from '../reject/reject.ts';
import { authenticate, type Known } from '../reject/authenticate.ts';
import { requestKeyOf } from '../cache/request-key.ts';
import { other, type Answer } from '../cache/reply-cache.ts';
import type { SharedReplies } from '../cache/shared/shared-replies.ts';
import { routeOf } from '../request.ts';
import { xmlType, type FallbackDocuments } from '../recover/fallback-documents.ts';
import { report } from '../report/report.ts';
import { AnswerLevel } from './answer-level.ts';
import { isNotice, noticeDeadline, takeNotice } from '../notice.ts';
import { readWebhook, type Webhook } from '../webhook.ts';

/** Answers the webhooks of one level. */
export class LevelServer {
  readonly #level: AnyLevel;
  readonly #live: ServerState;
  readonly #answers: AnswerLevel;
  /** Answers to notices whose handler failed. */
  readonly #failed = new WeakSet<object>();

  constructor(level: AnyLevel, flow: Flow, sorry: FallbackDocuments, live: ServerState) {
    this.#level = level;
    this.#live = live;
    this.#answers = new AnswerLevel(level, flow, sorry, live);
  }

  /** Fastify's handler. */
  readonly handle = (request: FastifyRequest, reply: FastifyReply): unknown => {
    const live = this.#live;
    const sender = authenticate(request, live);
    if (!sender.isPlivo) return reply.code(403).send();
    if (sender.id === undefined) return this.#send(reply, this.#answer(readWebhook(request, reply, live)));
    const { id } = sender;
    const asked = requestKeyOf(request);
    const before = live.replies.find(id, asked);
    if (before === other) return this.#collides(request, reply);
    if (before !== undefined) {
      this.#tellAgain(request);
      return typeof before === 'string' ? this.#send(reply, before) : this.#joins(before, request, reply);
    }
    if (live.sharedReplies !== undefined) return this.#share(live.sharedReplies, sender, request, reply);
    const answer = this.#answer(readWebhook(request, reply, live));
    live.replies.keep(id, asked, answer);
    if (typeof answer !== 'string') void answer.then(() => this.#isGood(answer) || live.replies.forget(id));
    return this.#send(reply, answer);
  };

  /** Waits for what is under way. When that is no answer for a second try, it is made anew. */
  async #joins(answer: Promise<string>, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    this.#answers.join(answer, reply);
    const late = await answer;
    return this.#isGood(answer) ? this.#send(reply, late) : this.handle(request, reply);
  }

  /**
   * False for what a second try must not get: an apology that nobody heard since its caller went away, and the 200 of a
   * notice that nobody has handled.
   */
  #isGood(answer: Answer): boolean {
    return typeof answer === 'string' || !(this.#answers.isGivenUp(answer) || this.#failed.has(answer));
  }

  /** The same where several processes answer as one. */
  async #share(
    shared: SharedReplies,
    { id, signed }: Known,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<unknown> {
    const live = this.#live;
    const webhook = readWebhook(request, reply, live);
    const isNoticed = isNotice(this.#level, webhook);
    let made: Answer = '';
    let isLate = false;
    const oneMoment = () => {
      isLate = true;
      return this.#answers.oneMoment(webhook);
    };
    const asked = requestKeyOf(request);
    const answer = await shared.answer(signed, asked, {
      make: () => (made = this.#answer(webhook)),
      // A caller comes back after a moment; a notice comes once, and may be handled twice rather than never.
      late: isNoticed ? undefined : oneMoment,
      deadline: isNoticed ? noticeDeadline(live) : live.deadline,
      onFound: () => this.#tellAgain(request),
      isGood: () => this.#isGood(made),
    });
    if (answer === other) return this.#collides(request, reply);
    if (!isLate && this.#isGood(made)) live.replies.keep(id, asked, answer);
    return this.#send(reply, answer);
  }

  #collides(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    return reject(request, reply, this.#live, { status: 403, reason: 'collision' });
  }

  #tellAgain(request: FastifyRequest): void {
    const route = routeOf(request);
    const sentence = `${route} was asked the same again, and answers the same.`;
    report(request, this.#live.counts, 'duplicate', 'signature', sentence, { route });
  }

  /** Never rejects: whatever fails becomes a document, too. */
  #answer(webhook: Webhook): Answer {
    return isNotice(this.#level, webhook) ? this.#taken(webhook) : this.#answers.answer(webhook);
  }

  #taken(webhook: Webhook): Promise<string> {
    const answer = takeNotice(this.#level, webhook, this.#live).then((isDone) => {
      if (!isDone) this.#failed.add(answer);
      return '';
    });
    return answer;
  }

  #send(reply: FastifyReply, answer: Answer): unknown {
    if (answer instanceof Promise) return answer.then((late) => this.#send(reply, late));
    // Asked now and not when the request came: whoever waited may be answered by a process that is about to stop.
    if (this.#live.isDraining) reply.header('connection', 'close');
    return answer === '' ? reply.code(200).send() : reply.type(xmlType).send(answer);
  }
}
