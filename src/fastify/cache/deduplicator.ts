/**
 * Deduplication: the same signed request gets the same answer, and what it causes happens once. This is the only owner of
 * finished replies, answers in flight, pending results, waiting clients and the store that processes share.
 * @module
 */
import type { Signed } from '../reject/authenticate.ts';
import type { RenderedLevel } from '../render-level.ts';
import { report } from '../report/report.ts';
import type { Webhook } from '../webhook.ts';
import { Attempt, type Answer } from './attempt.ts';
import { InFlight, type Pending } from './in-flight.ts';
import { PendingResults } from './pending-results.ts';
import { collision, ReplyCache } from './reply-cache.ts';
import { requestKeyOf } from './request-key.ts';
import type { SharedReplies } from './shared/shared-replies.ts';

/** An answer, or {@link collision} when the signature was used for a request with other content. */
export type Outcome = string | typeof collision;

/** How the answer to one webhook is made. */
export interface AnswerSource {
  /** Makes the answer; it never fails. */
  make(attempt: Attempt): Answer;
  /** The answer when another process is still making it after the deadline; undefined makes it here as well. */
  readonly late: (() => string) | undefined;
  /** In milliseconds. */
  readonly deadline: number;
}

/** One for each app. */
export class Deduplicator {
  /** Documents that missed their deadline, for the retry of the same call. */
  readonly pending = new PendingResults<RenderedLevel, Webhook>();
  readonly #replies = new ReplyCache();
  readonly #inFlight = new InFlight<Outcome>();
  readonly #shared: SharedReplies | undefined;

  /** @param shared answers that all processes of the app share. Default: none. */
  constructor(shared?: SharedReplies) {
    this.#shared = shared;
  }

  /**
   * Answers a webhook once.
   *
   * @param signed the identity of a signed request; undefined where signatures are not checked
   */
  answerOnce(webhook: Webhook, signed: Signed | undefined, source: AnswerSource): Outcome | Promise<Outcome> {
    const key = requestKeyOf(webhook.request);
    if (signed !== undefined) {
      const same = this.#inFlight.withId(signed.id);
      if (same !== undefined && same.key !== key) return collision;
      const reply = same === undefined ? this.#replies.find(signed.id, key) : undefined;
      if (reply === collision) return collision;
      if (same !== undefined || reply !== undefined) reportDuplicate(webhook);
      if (reply !== undefined) return reply;
      if (same !== undefined) return this.#join(same, webhook, signed, source);
    }
    return this.#start(key, webhook, signed, source);
  }

  #start(
    key: string,
    webhook: Webhook,
    signed: Signed | undefined,
    source: AnswerSource,
  ): Outcome | Promise<Outcome> {
    const attempt = new Attempt();
    // Plivo sends one event of a call at a time, so an equal request with another signature is the same event.
    attempt.waitFor(this.#inFlight.withKey(key));
    if (attempt.equal !== undefined) reportInFlight(webhook);
    const make = () => this.#make(key, attempt, source);
    const answer =
      this.#shared === undefined || signed === undefined
        ? make()
        : this.#share(this.#shared, key, webhook, signed, attempt, { ...source, make });
    if (typeof answer === 'string') {
      this.#keep(key, signed, attempt, answer);
      return answer;
    }
    attempt.join(webhook.reply);
    const kept = answer.then((settled) => {
      this.#keep(key, signed, attempt, settled);
      return settled;
    });
    this.#inFlight.add({ key, answer: kept, attempt }, signed?.id, webhook.call.callUuid !== undefined);
    return kept;
  }

  /** Makes the answer, unless the one to an equal request counts for this request as well. */
  #make(key: string, attempt: Attempt, source: AnswerSource): Answer {
    const { equal } = attempt;
    if (equal === undefined) return source.make(attempt);
    return equal.answer.then((settled) => {
      if (settled !== collision && !equal.attempt.isDiscarded) {
        attempt.isTransient = equal.attempt.isTransient;
        return settled;
      }
      // Others may wait as well; the first of them makes the answer.
      const first = this.#inFlight.withKey(key);
      attempt.waitFor(first?.attempt === attempt ? undefined : first);
      return this.#make(key, attempt, source);
    });
  }

  #keep(key: string, signed: Signed | undefined, attempt: Attempt, answer: Outcome): void {
    if (signed === undefined || answer === collision || attempt.isDiscarded || attempt.isTransient) return;
    this.#replies.keep(signed.id, key, answer);
  }

  /** Waits for an answer in flight; makes another one when that answer does not count. */
  #join(
    { answer, attempt }: Pending<Outcome>,
    webhook: Webhook,
    signed: Signed | undefined,
    source: AnswerSource,
  ): Promise<Outcome> {
    attempt.join(webhook.reply);
    return answer.then((settled) =>
      attempt.isDiscarded ? this.answerOnce(webhook, signed, source) : settled,
    );
  }

  /** The same where several processes answer as one. */
  async #share(
    shared: SharedReplies,
    key: string,
    webhook: Webhook,
    { signed }: Signed,
    attempt: Attempt,
    { make, late, deadline }: AnswerSource,
  ): Promise<Outcome> {
    return shared.answerOnce(signed, key, {
      make: () => make(attempt),
      late:
        late &&
        (() => {
          attempt.isTransient = true;
          return late();
        }),
      deadline,
      isGood: () => !attempt.isDiscarded && !attempt.isTransient,
      onFound: () => reportDuplicate(webhook),
    });
  }
}

function reportDuplicate({ request, state, route }: Webhook): void {
  const sentence = `${route} was requested again, and gives the same answer.`;
  report(request, state.counts, 'duplicate', 'signature', sentence, { route });
}

function reportInFlight({ request, state, route, call }: Webhook): void {
  const sentence = `${route} still works on the same request, and answers both alike.`;
  report(request, state.counts, 'duplicate', 'running', sentence, { route, call: call.callUuid });
}
