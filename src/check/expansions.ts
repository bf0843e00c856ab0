/**
 * Explores documents, those of the same text only once.
 * @module
 */
import type { NextDocument } from '../phone/engine/requests.ts';
import type { Deliverer } from './deliver.ts';
import { expand, type Expansion } from './expand.ts';
import type { Carried } from './graph.ts';
import { requestKey, type VolatileKeys } from './next-request.ts';
import type { AskForSounds } from './run-document.ts';
import { hashOf } from './same-document.ts';
import { newUuid, type CallSettings } from './settings.ts';

/** What was found in each document. */
export class Expansions {
  readonly #call: CallSettings;
  readonly #deliverer: Deliverer;
  readonly #volatile: VolatileKeys;
  readonly #known = new Map<string, Promise<Expansion>>();
  readonly #sounds = new Map<string, ReturnType<AskForSounds>>();

  constructor(call: CallSettings, deliverer: Deliverer, volatile: VolatileKeys) {
    this.#call = call;
    this.#deliverer = deliverer;
    this.#volatile = volatile;
  }

  /** @param mayBeEarly whether a script that leads there can say when the document begins */
  of(document: NextDocument, carried: Carried, mayBeEarly: boolean): Promise<Expansion> {
    const base = this.#call.assume.relativeUrls ? document.url : '';
    const key = JSON.stringify([hashOf(document.xml, this.#volatile), carried, mayBeEarly, base]);
    const known =
      this.#known.get(key) ?? expand(document, carried, mayBeEarly, this.#call, this.#askForSounds);
    this.#known.set(key, known);
    return known;
  }

  readonly #askForSounds: AskForSounds = (request, carried) => {
    const key = requestKey(request, this.#volatile);
    const sounds = this.#sounds.get(key) ?? this.#deliverer.sounds(request, carried, newUuid());
    this.#sounds.set(key, sounds);
    return sounds;
  };
}
