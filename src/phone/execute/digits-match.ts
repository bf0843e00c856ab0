/** Finds the patterns of `digitsMatch` in what somebody presses over time. */
export class DigitsMatch {
  readonly #patterns: readonly string[];
  #pressed = '';

  constructor(list: string | undefined) {
    this.#patterns = (list ?? '')
      .split(',')
      .map((pattern) => pattern.trim())
      .filter((pattern) => pattern !== '');
  }

  /** The patterns that these keys complete, in the order in which they are complete. */
  take(keys: string): string[] {
    const matches: string[] = [];
    for (const key of keys) {
      this.#pressed = (this.#pressed + key).slice(-99);
      const match = this.#patterns.find((pattern) => this.#pressed.endsWith(pattern));
      if (match === undefined) continue;
      matches.push(match);
      this.#pressed = '';
    }
    return matches;
  }
}
