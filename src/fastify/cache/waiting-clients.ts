/**
 * The clients that wait for one answer. Plivo may send a request again while a level still works, and close the first
 * connection.
 * @module
 */
import type { FastifyReply } from 'fastify';

/** All clients that get the same answer. */
export class WaitingClients {
  readonly #replies: FastifyReply[] = [];
  #connected = 0;
  #onAllGone: (() => void) | undefined;
  #wereAllGone = false;

  /** The replies to the clients, in the order in which they joined. */
  get replies(): readonly FastifyReply[] {
    return this.#replies;
  }

  /** True if all clients disconnected at some point, even if one connected later. */
  get wereAllGone(): boolean {
    return this.#wereAllGone;
  }

  /** Adds a client. */
  join(reply: FastifyReply): void {
    this.#replies.push(reply);
    this.#connected++;
    if (isGone(reply)) this.#leave();
    else reply.raw.once('close', () => isGone(reply) && this.#leave());
  }

  /** Calls back once the last client has disconnected: at once when all of them have. */
  whenAllGone(onAllGone: () => void): void {
    this.#onAllGone = onAllGone;
    if (this.#replies.length > 0 && this.#connected === 0) this.#report();
  }

  #leave(): void {
    this.#connected--;
    if (this.#connected > 0) return;
    this.#wereAllGone = true;
    this.#report();
  }

  #report(): void {
    this.#onAllGone?.();
    this.#onAllGone = undefined;
  }
}

/** Only the response tells that the client has disconnected; the request reports the end of its body. */
const isGone = ({ raw }: FastifyReply) => raw.destroyed && !raw.writableFinished;
