/**
 * Who waits for one answer. Plivo may ask the same again while a level is at it, and hang up on its first try.
 * @module
 */
import type { FastifyReply } from 'fastify';

/** Everybody who gets the same answer. */
export class WaitingClients {
  readonly #replies: FastifyReply[] = [];
  #onGone: (() => void) | undefined;
  #wasGone = false;

  /** True once nobody waited any more, even if somebody has come since. */
  get wasGone(): boolean {
    return this.#wasGone || this.#replies.every(isGone);
  }

  /** One more gets this answer. */
  join(reply: FastifyReply): void {
    this.#replies.push(reply);
    reply.raw.once('close', () => {
      if (!this.#replies.every(isGone)) return;
      this.#wasGone = true;
      this.#onGone?.();
      this.#onGone = undefined;
    });
  }

  /** Calls back once the last of them is gone. */
  whenGone(onGone: () => void): void {
    this.#onGone = onGone;
  }
}

/** The response tells that its caller is gone; the request only, that its body has ended. */
const isGone = ({ raw }: FastifyReply) => raw.destroyed && !raw.writableFinished;
