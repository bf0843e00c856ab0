/**
 * Requests and their replies in one block of memory outside of the engine's heap. What lives in the heap for minutes is
 * copied by the garbage collector again and again. In `bench/serve` that took 0.13 to 0.25 of the
 * time of a bare Fastify request; separate Buffers, a Map of generations and a fixed LRU cache were no faster than the heap.
 * @module
 */

/** Bytes of a block: about 13,000 replies of an ordinary flow. */
const size = 16 * 1024 * 1024;

/** The most bytes of one UTF-16 unit in UTF-8. */
const bytesOfUnit = 3;

/** A request and its reply. */
export interface KeptAnswer {
  readonly key: string;
  readonly answer: string;
}

interface Position {
  readonly since: number;
  readonly start: number;
  readonly middle: number;
  readonly end: number;
}

/** Replies by the id of the request, until the block is full. */
export class AnswerBlock {
  readonly #bytes = Buffer.allocUnsafeSlow(size);
  readonly #positions = new Map<string, Position>();
  #end = 0;

  /** Writes a request and its reply; false when the block has no room for them. */
  write(id: string, key: string, answer: string): boolean {
    const start = this.#end;
    if (start + (key.length + answer.length) * bytesOfUnit > size) return false;
    const middle = start + this.#bytes.write(key, start);
    const end = middle + this.#bytes.write(answer, middle);
    this.#positions.set(id, { since: performance.now(), start, middle, end });
    this.#end = end;
    return true;
  }

  /** Reads what was written in the last `milliseconds`. */
  read(id: string, milliseconds: number): KeptAnswer | undefined {
    const position = this.#positions.get(id);
    if (position === undefined || performance.now() - position.since > milliseconds) return undefined;
    const { start, middle, end } = position;
    return {
      key: this.#bytes.toString('utf8', start, middle),
      answer: this.#bytes.toString('utf8', middle, end),
    };
  }

  /** Removes everything. */
  clear(): void {
    this.#positions.clear();
    this.#end = 0;
  }
}
