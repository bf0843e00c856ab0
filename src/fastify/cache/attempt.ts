/**
 * One attempt at an answer: who waits for it, and whether it may be given again.
 * @module
 */
import type { FastifyReply } from 'fastify';
import type { Outcome } from './deduplicator.ts';
import type { Pending } from './in-flight.ts';
import { WaitingClients } from './waiting-clients.ts';

/** An answer: a document, or nothing for a notice. A promise while it is being made. */
export type Answer = string | Promise<string>;

/** Shared by the code that makes an answer and the cache that keeps it. */
export class Attempt {
  #clients: WaitingClients | undefined;
  #equal: Pending<Outcome> | undefined;
  /** The answer does not count: nobody received it, or a handler failed. The next request makes another one. */
  isDiscarded = false;
  /** The answer is for the clients that wait now, and is not kept for later ones. */
  isTransient = false;

  /** The clients that wait; created on first use, since most answers are made at once. */
  get clients(): WaitingClients {
    this.#clients ??= new WaitingClients();
    return this.#clients;
  }

  /** The answer to an equal request, which is the answer of this attempt as well; undefined when this one makes it. */
  get equal(): Pending<Outcome> | undefined {
    return this.#equal;
  }

  /** Waits for the answer to an equal request, with all clients. */
  waitFor(equal: Pending<Outcome> | undefined): void {
    this.#equal = equal;
    if (equal === undefined || this.#clients === undefined) return;
    for (const reply of this.#clients.replies) equal.attempt.join(reply);
  }

  /** Adds a client. */
  join(reply: FastifyReply): void {
    this.clients.join(reply);
    this.#equal?.attempt.join(reply);
  }
}
