/**
 * So many a second, and not one more.
 * @module
 */

/** Lets a number of things through in each second, and counts the others. */
export class RateLimit {
  readonly #most: number;
  #second = -1;
  #taken = 0;
  #kept = 0;

  /** @param most how many in a second */
  constructor(most: number) {
    this.#most = most;
  }

  /**
   * Asks for one.
   *
   * @param now milliseconds of any clock
   * @returns how many were refused since the last one that was let through; undefined when this one is refused
   */
  take(now: number): number | undefined {
    const second = Math.floor(now / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#taken = 0;
    }
    if (this.#taken === this.#most) {
      this.#kept++;
      return undefined;
    }
    this.#taken++;
    const refused = this.#kept;
    this.#kept = 0;
    return refused;
  }
}
