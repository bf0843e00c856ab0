/** Finds the sequences of `digitsMatch` in the keys that one party presses during a call. */
export class DigitsMatch {
  /** The sequences of keys to find. */
  readonly patterns: readonly string[];
  #pressed = '';

  constructor(patterns: readonly string[]) {
    this.patterns = patterns;
  }

  /** Takes keys, and returns the sequences that they complete, in order. */
  take(keys: string): string[] {
    const matches: string[] = [];
    for (const key of keys) {
      this.#pressed = (this.#pressed + key).slice(-99);
      const match = this.patterns.find((pattern) => this.#pressed.endsWith(pattern));
      if (match === undefined) continue;
      matches.push(match);
      this.#pressed = '';
    }
    return matches;
  }
}
