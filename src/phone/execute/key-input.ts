/**
 * The collecting of keys, which GetDigits and GetInput share.
 * @module
 */

/** What ends an input of keys. */
export interface KeyRules {
  /** Empty when no key does. */
  readonly finishOnKey: string;
  readonly numDigits: number;
}

/** The keys of one attempt. */
export class Keys {
  readonly #rules: KeyRules;
  typed = '';
  isFinished = false;

  constructor(rules: KeyRules) {
    this.#rules = rules;
  }

  /** Takes keys until the input is complete; gives those that it did not need. */
  take(keys: string): string {
    for (let i = 0; i < keys.length; i++) {
      if (this.isFinished) return keys.slice(i);
      const key = keys[i]!;
      if (key === this.#rules.finishOnKey) this.isFinished = true;
      else {
        this.typed += key;
        if (this.typed.length >= this.#rules.numDigits) this.isFinished = true;
      }
    }
    return '';
  }
}
