/**
 * Gets the answer to each request of an exploration.
 * @module
 */
import type { NextDocument } from '../phone/engine/requests.ts';
import { atFirst, carriedInto } from './carried.ts';
import type { Deliverer, Delivered } from './deliver.ts';
import type { Expansions } from './expansions.ts';
import type { Carried } from './graph.ts';
import type { NextRequest, VolatileKeys } from './next-request.ts';
import { trailTo, type Drawn, type Reached } from './reached.ts';
import { hashOf, learnVolatile } from './same-document.ts';
import { newUuid } from './settings.ts';

/** The ways that are gone on from a document to find out what a server keeps. */
const mostWays = 4;

/** A request to send, and what leads to it. */
export interface Job {
  readonly key: string;
  readonly request: NextRequest;
  readonly edge: Drawn | undefined;
  readonly carried: Carried;
}

/** The answers to the two deliveries of one request. */
export interface Answered {
  readonly delivered: Delivered;
  readonly second: string | undefined;
  /** What comes after the document, when the server keeps state by call; otherwise empty. */
  readonly future: string;
}

/** Gets answers: to single requests or, when the server keeps state by call, to requests after those before them. */
export class Answers {
  readonly #deliverer: Deliverer;
  readonly #volatile: VolatileKeys;
  readonly #expansions: Expansions;
  readonly #isReplayed: boolean;

  constructor(deliverer: Deliverer, volatile: VolatileKeys, expansions: Expansions, isReplayed: boolean) {
    this.#deliverer = deliverer;
    this.#volatile = volatile;
    this.#expansions = expansions;
    this.#isReplayed = isReplayed;
  }

  /** Delivers a request twice, as Plivo may do. */
  async to(job: Job): Promise<Answered> {
    const { request, edge, carried } = job;
    const uuid = newUuid();
    if (this.#isReplayed && edge !== undefined) await this.#repeat(edge.from, uuid);
    const delivered = await this.#deliverer.document(request, carried, uuid);
    // What failed once is a finding already.
    if (delivered.document === undefined) return { delivered, second: undefined, future: '' };
    const { xml, failure } = await this.#deliverer.again(request, carried, uuid);
    const isSame = xml !== undefined && learnVolatile(delivered.raw, xml, this.#volatile);
    const second = isSame ? undefined : (failure ?? 'It was answered with another document.');
    const future = this.#isReplayed ? await this.#future(job, delivered.document) : '';
    return { delivered, second, future };
  }

  /** Goes some ways on from a document: where they lead to tells apart what the server has kept, also when it has not said so yet. */
  async #future({ request, edge, carried }: Job, document: NextDocument): Promise<string> {
    const { steps } = await this.#expansions.of(document, carriedInto(document, carried), false);
    const ways: string[] = [];
    for (const { to, carried: after } of steps) {
      if (to.type !== 'next' || ways.length >= mostWays) continue;
      const uuid = newUuid();
      if (edge !== undefined) await this.#repeat(edge.from, uuid);
      await this.#deliverer.document(request, carried, uuid);
      const { document: next, end } = await this.#deliverer.document(to.request, after, uuid);
      ways.push(next === undefined ? String(end?.code) : hashOf(next.xml, this.#volatile));
    }
    return ways.join(' ');
  }

  /** Sends the requests that lead to a document, as one call. */
  async #repeat(node: Reached, uuid: string): Promise<void> {
    const trail = trailTo(node);
    const first = trail[0]?.from ?? node;
    await this.#deliverer.document(first.request, atFirst, uuid);
    for (const { step } of trail)
      if (step.to.type === 'next') await this.#deliverer.document(step.to.request, step.carried, uuid);
  }
}
