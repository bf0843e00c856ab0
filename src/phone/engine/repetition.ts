/**
 * What bounds a call whose documents repeat themselves, so that every call ends and its events fit into the memory.
 * @module
 */

/** Where something is in a document, such as an element of it. */
export interface Place {
  readonly line?: number;
  readonly column?: number;
}

/** The prompts of one document that become events, each of their rounds counted. */
export const maxHeard = 2000;

/** Counts the documents of a call, and what is heard of the current one. */
export class Repetition {
  /** The number of consecutive documents without an input; `redirectLimit` bounds it. */
  documents = 0;
  #heard = 0;
  readonly #warned = new WeakMap<Place, Set<string>>();

  /** Forgets what was heard of the last document. */
  beginDocument(): void {
    this.#heard = 0;
  }

  /** Counts a prompt, or a round of one: those after the first `maxHeard` become no events. */
  countPrompt(): number {
    return ++this.#heard;
  }

  /** True for a warning that this place did not give yet; an element that is executed again is the same place. */
  isNew(message: string, place: Place): boolean {
    const warned = this.#warned.get(place) ?? new Set();
    this.#warned.set(place, warned);
    return warned.size < warned.add(message).size;
  }
}
