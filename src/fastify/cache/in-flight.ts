/**
 * Levels that are at an answer: Plivo asks for one document of a call at a time, so the same question is no new one.
 * @module
 */
import type { FastifyRequest } from 'fastify';
import { requestKeyOf } from './request-key.ts';

interface Run {
  readonly asked: string;
  readonly answer: Promise<string>;
}

/** The answers of one level that take a while, by call. */
export class InFlight {
  readonly #runs = new Map<string, Run>();

  /** The answer that is under way to the very same request; it may be signed anew. */
  find(callUuid: string | undefined, request: FastifyRequest): Promise<string> | undefined {
    if (callUuid === undefined || this.#runs.size === 0) return undefined;
    const run = this.#runs.get(callUuid);
    return run?.asked === requestKeyOf(request) ? run.answer : undefined;
  }

  /** Keeps an answer while it is under way. */
  keep(callUuid: string | undefined, asked: string, answer: Promise<string>): Promise<string> {
    if (callUuid === undefined) return answer;
    const run: Run = { asked, answer };
    this.#runs.set(callUuid, run);
    const forget = () => {
      if (this.#runs.get(callUuid) === run) this.#runs.delete(callUuid);
    };
    void answer.then(forget, forget);
    return answer;
  }
}
