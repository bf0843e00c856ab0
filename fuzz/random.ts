/**
 * Chance that can be had again: the same seed and number give the same case.
 * @module
 */

/** Numbers of one case. */
export class Random {
  #state: number;

  constructor(seed: number, number: number) {
    this.#state = mixed(mixed(seed) + Math.imul(number, 0x85eb_ca6b));
  }

  /** A whole number from 0 to `end - 1`. */
  below(end: number): number {
    this.#state = (this.#state + 0x9e37_79b9) | 0;
    return Math.floor((mixed(this.#state) / 2 ** 32) * end);
  }

  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True so many times in a hundred. */
  percent(chance: number): boolean {
    return this.below(100) < chance;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** A list of `least` to `most` things. */
  list<T>(least: number, most: number, make: () => T): T[] {
    return Array.from({ length: this.between(least, most) }, make);
  }
}

// The finalizer of SplitMix32.
function mixed(state: number): number {
  let bits = state ^ (state >>> 16);
  bits = Math.imul(bits, 0x21f0_aaad);
  bits ^= bits >>> 15;
  bits = Math.imul(bits, 0x735a_2d97);
  return (bits ^ (bits >>> 15)) >>> 0;
}
