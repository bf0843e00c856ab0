/**
 * The clients that wait for one answer. Plivo may send a request again while a level still works, and close the first
 * connection.
 * @module
 */
import type { FastifyReply } from 'fastify';

/** All clients that get the same answer. */
export class WaitingClients {
  readonly #replies: FastifyReply[] = [];
  #onAllGone: (() => void) | undefined;
  #wereAllGone = false;

  /** True if all clients disconnected at some point, even if one connected later. */
  get wereAllGone(): boolean {
    return this.#wereAllGone || this.#replies.every(isGone);
  }

  /** Adds a client. */
  join(reply: FastifyReply): void {
    this.#replies.push(reply);
    reply.raw.once('close', () => {
      if (!this.#replies.every(isGone)) return;
      this.#wereAllGone = true;
      this.#onAllGone?.();
      this.#onAllGone = undefined;
    });
  }

  /** Calls back once the last client has disconnected. */
  whenAllGone(onAllGone: () => void): void {
    this.#onAllGone = onAllGone;
  }
}

/** Only the response tells that the client has disconnected; the request reports the end of its body. */
const isGone = ({ raw }: FastifyReply) => raw.destroyed && !raw.writableFinished;
