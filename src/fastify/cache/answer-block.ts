/**
 * Requests and their answers in one block of memory, beside the engine's heap: what lives there for minutes is copied
 * again and again by the garbage collector, and that took a tenth of a server's time.
 * @module
 */

/** Bytes of a block: some thirteen thousand answers of an ordinary flow. */
const size = 16 * 1024 * 1024;

/** Most bytes that UTF-8 writes for one unit of a text. */
const bytesOfUnit = 3;

/** A request and the answer that it got. */
export interface Kept {
  readonly asked: string;
  readonly answer: string;
}

interface Place {
  readonly since: number;
  readonly start: number;
  readonly middle: number;
  readonly end: number;
}

/** Some thousand requests by name, until there is no more room. */
export class Block {
  readonly #bytes = Buffer.allocUnsafeSlow(size);
  readonly #places = new Map<string, Place>();
  #end = 0;

  /** Writes a request and its answer down; false when there is no room for them. */
  write(id: string, asked: string, answer: string): boolean {
    const start = this.#end;
    if (start + (asked.length + answer.length) * bytesOfUnit > size) return false;
    const middle = start + this.#bytes.write(asked, start);
    const end = middle + this.#bytes.write(answer, middle);
    this.#places.set(id, { since: performance.now(), start, middle, end });
    this.#end = end;
    return true;
  }

  /** Reads what was written in the last `milliseconds`. */
  read(id: string, milliseconds: number): Kept | undefined {
    const place = this.#places.get(id);
    if (place === undefined || performance.now() - place.since > milliseconds) return undefined;
    const { start, middle, end } = place;
    return {
      asked: this.#bytes.toString('utf8', start, middle),
      answer: this.#bytes.toString('utf8', middle, end),
    };
  }

  /** Forgets one. */
  forget(id: string): void {
    this.#places.delete(id);
  }

  /** Forgets all. */
  clear(): void {
    this.#places.clear();
    this.#end = 0;
  }
}
