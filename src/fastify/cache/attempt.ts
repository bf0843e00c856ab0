/**
 * One attempt at an answer: who waits for it, and whether it may be given again.
 * @module
 */
import { WaitingClients } from './waiting-clients.ts';

/** An answer: a document, or nothing for a notice. A promise while it is being made. */
export type Answer = string | Promise<string>;

/** Shared by the code that makes an answer and the cache that keeps it. */
export class Attempt {
  #clients: WaitingClients | undefined;
  /** The answer does not count: nobody received it, or a handler failed. The next request makes another one. */
  isDiscarded = false;
  /** The answer is for the clients that wait now, and is not kept for later ones. */
  isTransient = false;

  /** The clients that wait; created on first use, since most answers are made at once. */
  get clients(): WaitingClients {
    this.#clients ??= new WaitingClients();
    return this.#clients;
  }
}
