/**
 * Requests to callback URLs, whose replies lead nowhere: each is sent once.
 * @module
 */
import type { Deliverer } from './deliver.ts';
import type { Step } from './expand.ts';
import type { Notice } from './graph.ts';
import { inOrder } from './in-order.ts';
import { graphRequest, requestKey, type VolatileKeys } from './next-request.ts';
import { newUuid } from './settings.ts';

/** The notices that were sent. */
export class Notices {
  readonly #deliverer: Deliverer;
  readonly #volatile: VolatileKeys;
  readonly #known = new Map<string, Notice>();

  constructor(deliverer: Deliverer, volatile: VolatileKeys) {
    this.#deliverer = deliverer;
    this.#volatile = volatile;
  }

  /** Sends the notices of a step that were not sent yet. */
  of({ notices, carried }: Step): Promise<readonly Notice[]> {
    return inOrder(notices, 1, async (request) => {
      const key = requestKey(request, this.#volatile);
      const known = this.#known.get(key);
      if (known !== undefined) return known;
      const failure = await this.#deliverer.notice(request, carried, newUuid());
      const notice: Notice = {
        request: graphRequest(request, this.#volatile),
        ...(failure === undefined ? {} : { failure }),
      };
      this.#known.set(key, notice);
      return notice;
    });
  }
}
