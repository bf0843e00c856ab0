/** What completes an input of keys. */
export interface KeyRules {
  /** The keys that end it, each of them alone; empty when none does. */
  readonly finishOnKey: string;
  readonly numDigits: number;
}

/** Collects the keys of one attempt of GetDigits or GetInput. */
export class KeyInput {
  readonly #rules: KeyRules;
  typed = '';
  isFinished = false;

  constructor(rules: KeyRules) {
    this.#rules = rules;
  }

  /** Takes keys until the input is complete, and returns the rest. */
  take(keys: string): string {
    for (let i = 0; i < keys.length; i++) {
      if (this.isFinished) return keys.slice(i);
      const key = keys[i]!;
      if (this.#rules.finishOnKey.includes(key)) this.isFinished = true;
      else {
        this.typed += key;
        if (this.typed.length >= this.#rules.numDigits) this.isFinished = true;
      }
    }
    return '';
  }
}
